import BarometerCore

/// What a scheme says of a case, or why its rule gives nothing.
public enum SchemeOutcome<Verdict: Sendable>: Sendable {
    case verdict(Verdict)
    case notAssessed(SchemeReason)

    init(_ judge: () throws(SchemeReason) -> Verdict) {
        do throws(SchemeReason) {
            self = .verdict(try judge())
        } catch {
            self = .notAssessed(error)
        }
    }

    /// The verdict; nil where the scheme gives none.
    public var verdict: Verdict? {
        if case .verdict(let verdict) = self { verdict } else { nil }
    }

    /// Why there is no verdict; nil where there is one.
    public var reason: SchemeReason? {
        if case .notAssessed(let reason) = self { reason } else { nil }
    }
}

extension SchemeOutcome: Equatable where Verdict: Equatable {}

/// Why a published rule gives no verdict on a case.
public enum SchemeReason: String, Error, Sendable, Hashable, CaseIterable {
    case noFigure, noLaterFigure, spanTooShort, tooFewFigures, twoFiguresInOneYear
    case noTarget, bandTarget, targetIsBaseline, baselineMeetsTarget, zeroTarget, targetAcrossZero
    case noDeadline, deadlineNotAfterBaseline, deadlinePassed
    case zeroBaseline, signChange, growthRate, outOfRange
    case noReferenceGroup, noGoalposts, broken

    /// The reason as a clause.
    public var text: LocalizedText {
        switch self {
        case .noFigure: LocalizedText(en: "there is no figure", da: "der er intet tal")
        case .noLaterFigure:
            LocalizedText(en: "there is no figure after the baseline", da: "der er intet tal efter udgangspunktet")
        case .spanTooShort:
            LocalizedText(
                en: "the figures span less time than the rule asks for",
                da: "tallene dækker kortere tid, end reglen kræver"
            )
        case .tooFewFigures:
            LocalizedText(en: "there are too few figures", da: "der er for få tal")
        case .twoFiguresInOneYear:
            LocalizedText(
                en: "the rule knows years alone, and two figures fall into one",
                da: "reglen kender kun år, og to tal falder i samme år"
            )
        case .noTarget: LocalizedText(en: "the goal has no target value", da: "målet har ingen talværdi")
        case .bandTarget:
            LocalizedText(
                en: "the rule knows no target with two sides",
                da: "reglen kender ikke mål med to sider"
            )
        case .targetIsBaseline:
            LocalizedText(en: "the target is the baseline itself", da: "målet er selve udgangspunktet")
        case .baselineMeetsTarget:
            LocalizedText(en: "the baseline met the target", da: "udgangspunktet opfyldte målet")
        case .zeroTarget:
            LocalizedText(en: "no rate of growth leads to zero", da: "ingen vækstrate fører til nul")
        case .targetAcrossZero:
            LocalizedText(
                en: "baseline and target are on different sides of zero",
                da: "udgangspunkt og mål ligger på hver sin side af nul"
            )
        case .noDeadline: LocalizedText(en: "the goal has no deadline", da: "målet har ingen frist")
        case .deadlineNotAfterBaseline:
            LocalizedText(
                en: "the deadline is not after the baseline",
                da: "fristen ligger ikke efter udgangspunktet"
            )
        case .deadlinePassed:
            LocalizedText(en: "the deadline has passed", da: "fristen er passeret")
        case .zeroBaseline:
            LocalizedText(en: "no rate of growth starts at zero", da: "ingen vækstrate begynder ved nul")
        case .signChange:
            LocalizedText(en: "the figures have crossed zero", da: "tallene har krydset nul")
        case .growthRate:
            LocalizedText(
                en: "the figures are rates of growth, which the rule leaves to experts",
                da: "tallene er vækstrater, som reglen overlader til eksperter"
            )
        case .outOfRange:
            LocalizedText(en: "the numbers are too far apart", da: "tallene ligger for langt fra hinanden")
        case .noReferenceGroup:
            LocalizedText(en: "there is no fixed reference group", da: "der er ingen fast referencegruppe")
        case .broken:
            LocalizedText(
                en: "the series is broken after the baseline",
                da: "serien er brudt efter udgangspunktet"
            )
        case .noGoalposts:
            LocalizedText(en: "best and worst are not fixed", da: "bedste og værste værdi er ikke fastlagt")
        }
    }
}
