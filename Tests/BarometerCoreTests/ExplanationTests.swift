import BarometerCore
import Testing

@Suite("Explanations")
struct ExplanationTests {
    @Test("every code has one of its own, whole and in both languages", arguments: DiagnosticCode.allCases)
    func whole(_ code: DiagnosticCode) {
        let page = code.explanation
        for text in [page.title, page.cause, page.cure] {
            #expect(!text.en.isEmpty && !text.da.isEmpty && text.en != text.da)
            for wording in [text.en, text.da] {
                #expect(wording.hasSuffix(".") || wording.hasSuffix(";") || wording.hasSuffix(".)"), "\(wording)")
                #expect(!wording.contains("  ") && !wording.contains("\n"), "\(wording)")
            }
        }
        #expect(!page.severities.isEmpty && Set(page.severities).count == page.severities.count)
        #expect(page.example?.faulty != page.example?.mended || page.example == nil)
    }

    @Test("no two codes share a number, a title or a cause")
    func distinct() {
        let codes = DiagnosticCode.allCases
        #expect(Set(codes.map(\.rawValue)).count == codes.count)
        #expect(codes.map(\.rawValue) == codes.map(\.rawValue).sorted())
        for language in Language.allCases {
            #expect(Set(codes.map { $0.explanation.title[language] }).count == codes.count)
            #expect(Set(codes.map { $0.explanation.cause[language] }).count == codes.count)
        }
    }

    @Test("both languages name the same options and codes")
    func sameOptions() {
        for code in DiagnosticCode.allCases {
            let page = code.explanation
            for text in [page.title, page.cause, page.cure] {
                #expect(options(text.en) == options(text.da), "\(code.rawValue)")
            }
        }
    }

    private func options(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "," || $0 == "." || $0 == ";" || $0 == ":" || $0 == ")" }
            .filter { $0.hasPrefix("--") }.map(String.init).sorted()
    }
}
