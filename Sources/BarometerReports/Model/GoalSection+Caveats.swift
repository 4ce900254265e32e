import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

extension GoalSection {
    /// What a reader must know of the assessment itself: a word that the printed number seems to contradict, a baseline
    /// that was taken elsewhere than adopted, two readings of a revised one.
    static func ownCaveats(_ assessment: Assessment, _ wording: Wording) -> [String] {
        var caveats: [String] = []
        if let level = assessment.level, level.met != level.metAsPublished {
            caveats.append(
                wording(
                    en:
                        "The printed value and the exact one fall on different sides of the target; the exact one counts.",
                    da: "Den viste og den præcise værdi falder på hver sin side af målet; den præcise tæller."
                )
            )
        }
        if let baseline = assessment.baseline, let adopted = baseline.movedFrom {
            caveats.append(
                wording(
                    en:
                        "There is no figure of \(wording.period(adopted)); the baseline is that of \(wording.period(baseline.period)).",
                    da:
                        "Der er intet tal for \(wording.period(adopted)); udgangspunktet er tallet for \(wording.period(baseline.period))."
                )
            )
        }
        return caveats + [readingsCaveat(assessment, wording)].compactMap { $0 }
    }

    /// Both readings of a target whose baseline was revised, where they differ.
    private static func readingsCaveat(_ assessment: Assessment, _ wording: Wording) -> String? {
        guard let revision = assessment.revisedBaseline, revision.readingsDiffer, let target = assessment.target,
            let latest = assessment.latest, let absoluteReading = revision.absoluteReading,
            let relativeReading = revision.relativeReading
        else { return nil }
        let isPastDeadline = latest.period.halfYear >= target.deadline.halfYear
        let absolute = wording.reading(absoluteReading, isPastDeadline: isPastDeadline)
        let relative = wording.reading(relativeReading, isPastDeadline: isPastDeadline)
        let decimals = assessment.series.decimals
        let (was, now) = (
            wording.number(revision.adopted, decimals: decimals), wording.number(revision.revised, decimals: decimals)
        )
        let (kept, moved) = (
            wording.target(target, decimals: decimals), wording.target(revision.relative, decimals: decimals)
        )
        return wording(
            en:
                "The baseline was revised from \(was) to \(now) after the target was adopted. Against the target as adopted (\(kept)) the latest figure is: \(absolute). Against one that moves along with the baseline (\(moved)) it would be: \(relative). The target as adopted counts.",
            da:
                "Udgangspunktet er rettet fra \(was) til \(now), efter at målet blev vedtaget. Mod målet som vedtaget (\(kept)) er det seneste tal: \(absolute). Mod et mål, der flytter med udgangspunktet (\(moved)), ville det være: \(relative). Målet som vedtaget tæller."
        )
    }
}
