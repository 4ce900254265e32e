import BarometerCore

/// Why a method gives no result: what the figures lack, so that a reader can see whether it could be had.
public enum MethodRefusal: Error, Sendable, Hashable {
    /// The method was not asked, for nobody supplied what it works on.
    case notSupplied
    /// There is no peer to compare with.
    case noPeers
    /// The city stands among its own peers.
    case cityAmongPeers(String)
    /// A peer is named twice.
    case repeatedPeer(String)
    /// The weight of a peer is zero, negative or no number.
    case weightNotPositive(String)
    /// Every peer lacks a period.
    case noCompletePeer([String])
    /// There is no figure in a period that the method needs.
    case noFigure(Period)
    /// No period has figures of all that are compared.
    case noPeriods
    /// Weights fitted to so few periods before the start are not identified.
    case notIdentified(periodsBefore: Int)
    /// There is no category.
    case noCategories
    /// A category is named twice.
    case repeatedCategory(String)
    /// Categories that one of the groups, or the standard, has no persons in.
    case missingCategories([String])
    /// Counts that cannot be: negative, no number, or more cases than persons.
    case impossibleCount(String)
    /// What the figures would be divided by is zero.
    case zeroBase
    /// A rate that is not between 0 and 100 per cent.
    case rateOutOfRange(Double)
    /// A rate function that gives no number for some mixture of the two populations.
    case rateUndefined
    /// More factors than all orders can be gone through for.
    case tooManyFactors(Int, atMost: Int)
    /// Two populations whose factors do not have the same shape.
    case unequalFactors
    /// Fewer changes from one period to the next than the method needs.
    case tooFewChanges(Int, needed: Int)
    /// Fewer units than the method needs.
    case tooFewUnits(Int, needed: Int)
    /// The explaining quantities do not vary, or one follows from the others.
    case noVariation
    /// Two segments of a broken series without a period in common.
    case noOverlap
    /// A factor between segments that are not both above zero.
    case overlapNotPositive

    /// The reason as a clause.
    public var text: LocalizedText {
        func list(_ names: [String]) -> String { names.joined(separator: ", ") }
        return switch self {
        case .notSupplied:
            LocalizedText(en: "no figures were supplied for it", da: "der er ikke angivet tal til det")
        case .noPeers:
            LocalizedText(en: "there are no peers", da: "der er ingen at sammenligne med")
        case .cityAmongPeers(let id):
            LocalizedText(
                en: "\(id) stands among its own peers",
                da: "\(id) står blandt dem, den skal sammenlignes med"
            )
        case .repeatedPeer(let id):
            LocalizedText(en: "the peer \(id) is named twice", da: "\(id) er nævnt to gange")
        case .weightNotPositive(let id):
            LocalizedText(en: "the weight of \(id) is not above zero", da: "vægten af \(id) er ikke over nul")
        case .noCompletePeer(let ids):
            LocalizedText(
                en: "every peer lacks a period: \(list(ids))",
                da: "alle, der sammenlignes med, mangler en periode: \(list(ids))"
            )
        case .noFigure(let period):
            LocalizedText(en: "there is no figure for \(period)", da: "der er intet tal for \(period)")
        case .noPeriods:
            LocalizedText(en: "no period has figures of all of them", da: "ingen periode har tal for dem alle")
        case .notIdentified(let count):
            LocalizedText(
                en: "weights fitted to \(count) periods before the start are not identified",
                da: "vægte tilpasset \(count) perioder før starten er ikke entydige"
            )
        case .noCategories:
            LocalizedText(en: "there are no categories", da: "der er ingen kategorier")
        case .repeatedCategory(let id):
            LocalizedText(en: "the category \(id) is named twice", da: "kategorien \(id) er nævnt to gange")
        case .missingCategories(let ids):
            LocalizedText(
                en: "one of the groups has nobody in \(list(ids))",
                da: "en af grupperne har ingen i \(list(ids))"
            )
        case .impossibleCount(let id):
            LocalizedText(en: "the counts of \(id) cannot be", da: "antallene for \(id) er umulige")
        case .zeroBase:
            LocalizedText(en: "the base is zero", da: "grundlaget er nul")
        case .rateOutOfRange(let rate):
            LocalizedText(
                en: "\(rate) is no rate between 0 and 100 %",
                da: "\(rate) er ikke en rate mellem 0 og 100 %"
            )
        case .rateUndefined:
            LocalizedText(
                en: "the rate is not defined for a mixture of the two",
                da: "raten er ikke defineret for en blanding af de to"
            )
        case .tooManyFactors(let count, let most):
            LocalizedText(en: "\(count) factors are more than \(most)", da: "\(count) faktorer er flere end \(most)")
        case .unequalFactors:
            LocalizedText(en: "the factors differ in shape", da: "faktorerne har forskellig form")
        case .tooFewChanges(let count, let needed):
            LocalizedText(
                en: "\(count) changes are fewer than the \(needed) that are needed",
                da: "\(count) ændringer er færre end de \(needed), der skal til"
            )
        case .tooFewUnits(let count, let needed):
            LocalizedText(
                en: "\(count) units are fewer than the \(needed) that are needed",
                da: "\(count) enheder er færre end de \(needed), der skal til"
            )
        case .noVariation:
            LocalizedText(
                en: "what should explain does not vary by itself",
                da: "det, der skulle forklare, varierer ikke for sig selv"
            )
        case .noOverlap:
            LocalizedText(en: "the segments have no period in common", da: "delene har ingen periode til fælles")
        case .overlapNotPositive:
            LocalizedText(
                en: "a factor needs figures above zero on both sides",
                da: "en faktor kræver tal over nul på begge sider"
            )
        }
    }
}
