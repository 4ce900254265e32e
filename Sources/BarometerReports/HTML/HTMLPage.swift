import BarometerCore
import Mustache

/// A report as one HTML file that needs nothing else: no script, no font, no request to anywhere.
///
/// The page shows itself in light and dark, on screens from 320 px, and on A4 paper.
public struct HTMLPage: Sendable {
    private let model: ReportModel

    /// A page that shows the model.
    public init(_ model: ReportModel) {
        self.model = model
    }

    /// The page as HTML; the same model always gives the same bytes.
    ///
    /// Throws only where the built-in template cannot be read, which its test rules out.
    public func render() throws -> String {
        // Mustache escapes whole characters and so lets through a `<` that is joined with U+0600 or a combining mark.
        MustacheContentTypes.register(MarkupContent(), named: MarkupContent.name)
        let css = String(decoding: PackageResources.page_css, as: UTF8.self)
        var templates = MustacheLibrary()
        try templates.register(String(decoding: PackageResources.section_mustache, as: UTF8.self), named: "section")
        let page = try MustacheTemplate(string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
        return page.render(PageView(model, css: css + paperMargins), library: templates)
    }

    /// The running lines of the printed page: the notice above, title and page number below.
    private var paperMargins: String {
        let page = PageWord.page[model.language].cssString
        let foot = (model.title + ", " + model.edition).cssString
        var boxes = [
            "@bottom-left { content: \(foot); }",
            "@bottom-right { content: \(page) \" \" counter(page) \" / \" counter(pages); }",
        ]
        if let notice = model.notice {
            boxes.insert("@top-center { content: \(notice.cssString); }", at: 0)
        }
        return "@page { " + boxes.joined(separator: " ") + " }\n"
    }
}

/// Escapes what the template writes, scalar by scalar.
struct MarkupContent: MustacheContentType {
    /// The name by which the template asks for it.
    static let name = "BAROMETER"

    func escapeText(_ text: String) -> String {
        text.escapedForMarkup
    }
}

extension String {
    /// The text as a quoted string of a style sheet inside `<style>`: what is not a letter, digit or blank is written
    /// by its number, so that nothing can end the string or the element.
    var cssString: String {
        var result = "\""
        for scalar in unicodeScalars {
            if scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result.unicodeScalars.append(scalar)
            } else {
                result += scalar == "\0" ? "\u{FFFD}" : "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return result + "\""
    }
}
