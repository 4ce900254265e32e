import BarometerCore

/// Where and how a text departs from JSON.
struct JSONFault: Error {
    /// What is wrong; the last two are only told, the others stop the reading.
    enum Kind {
        case noText, cutOff, textBehind, tooDeep
        case noValue, noKey, noColon, trailingComma, objectNotClosed, arrayNotClosed
        case unclosedString, longString, controlCharacter, unknownEscape, notUTF8
        case leadingZero, malformedNumber
        case repeatedKey, lostLetter
    }

    var kind: Kind
    var range: Range<Int>

    init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

extension JSONFault.Kind {
    var code: DiagnosticCode {
        switch self {
        case .noText: .emptyFile
        case .repeatedKey: .repeatedJSONKey
        case .lostLetter: .damagedText
        case .longString: .tooLarge
        default: .jsonSyntax
        }
    }

    /// The message and the way out; `stretch` is the marked text.
    func text(of stretch: String) -> (message: LocalizedText, hint: LocalizedText) {
        let shown = stretch.count > 60 ? stretch.prefix(60) + "…" : stretch
        let (en, da, hintEN, hintDA) = wording(of: shown)
        return (LocalizedText(en: en, da: da), LocalizedText(en: hintEN, da: hintDA))
    }

    private func wording(of shown: String) -> (String, String, String, String) {
        let fetch = ("fetch the file again", "hent filen igen")
        return switch self {
        case .noText: ("the file is empty", "filen er tom", fetch.0, fetch.1)
        case .cutOff:
            (
                "the JSON text ends before all its brackets are closed",
                "JSON-teksten slutter før alle dens parenteser er lukket",
                "fetch the file again, it was probably cut off on the way",
                "hent filen igen, den er formentlig blevet afbrudt undervejs"
            )
        case .textBehind:
            (
                "text goes on behind the end of the JSON value", "der står tekst efter JSON-værdiens slutning",
                "keep one JSON value in the file", "behold én JSON-værdi i filen"
            )
        case .noValue:
            (
                "\"\(shown)\" stands where a JSON value must begin",
                "\"\(shown)\" står hvor en JSON-værdi skal begynde",
                "write a number, a text in quotation marks, true, false or null",
                "skriv et tal, en tekst i anførselstegn, true, false eller null"
            )
        case .noKey:
            (
                "\"\(shown)\" stands where a key in quotation marks must begin",
                "\"\(shown)\" står hvor en nøgle i anførselstegn skal begynde",
                "put quotation marks (\") around the key", "sæt anførselstegn (\") om nøglen"
            )
        case .noColon:
            (
                "a colon is missing between key and value", "der mangler et kolon mellem nøgle og værdi",
                "write a colon here", "skriv et kolon her"
            )
        case .trailingComma:
            (
                "a comma stands behind the last value", "der står et komma efter den sidste værdi",
                "remove the comma", "fjern kommaet"
            )
        case .objectNotClosed:
            (
                "neither a comma nor } follows the value", "efter værdien kommer hverken komma eller }",
                "write a comma between the members, or } behind the last one",
                "skriv et komma mellem leddene, eller } efter det sidste"
            )
        case .arrayNotClosed:
            (
                "neither a comma nor ] follows the value", "efter værdien kommer hverken komma eller ]",
                "write a comma between the values, or ] behind the last one",
                "skriv et komma mellem værdierne, eller ] efter den sidste"
            )
        case .tooDeep:
            (
                "the brackets are nested more than \(JSONParser.deepest) levels deep",
                "parenteserne er indlejret i mere end \(JSONParser.deepest) niveauer",
                "fetch the file again, no statistics file is built like this",
                "hent filen igen, ingen statistikfil er bygget sådan op"
            )
        case .unclosedString:
            (
                "the quotation mark that opens here is never closed",
                "anførselstegnet der åbner her, bliver aldrig lukket",
                "close the text, or fetch the file again if it was cut off",
                "luk teksten, eller hent filen igen hvis den er blevet afbrudt"
            )
        case .longString:
            (
                "the quotation mark that opens here is not closed within 1 MiB",
                "anførselstegnet der åbner her, bliver ikke lukket inden for 1 MiB",
                "close the text, or shorten it", "luk teksten, eller forkort den"
            )
        case .controlCharacter:
            (
                "a line break or another control character stands inside a text",
                "et linjeskift eller et andet styretegn står inde i en tekst",
                "write it as an escape, such as \\n or \\t", "skriv det med omvendt skråstreg, fx \\n eller \\t"
            )
        case .unknownEscape:
            (
                "\"\(shown)\" is no escape that JSON knows", "\"\(shown)\" er ikke en escape-sekvens som JSON kender",
                "double the backslash, or write \\u and four hexadecimal digits",
                "fordobl den omvendte skråstreg, eller skriv \\u og fire hexadecimale cifre"
            )
        case .notUTF8:
            (
                "the text is not written in UTF-8, as JSON must be",
                "teksten er ikke skrevet i UTF-8, som JSON skal være",
                "save the file as UTF-8, or name its encoding with --encoding",
                "gem filen som UTF-8, eller nævn dens tegnsæt med --encoding"
            )
        case .leadingZero:
            (
                "\"\(shown)\" begins with a zero too many for a number",
                "\"\(shown)\" begynder med et nul for meget til at være et tal",
                "remove the zero, or put quotation marks around a code",
                "fjern nullet, eller sæt anførselstegn om en kode"
            )
        case .malformedNumber:
            (
                "\"\(shown)\" is no number as JSON writes it", "\"\(shown)\" er ikke et tal som JSON skriver det",
                "write digits with a decimal point and digits on both sides of it",
                "skriv cifre med decimalpunktum og cifre på begge sider af det"
            )
        case .repeatedKey:
            (
                "the key \(shown) stands twice in one object; the last one counts",
                "nøglen \(shown) står to gange i samme objekt; den sidste gælder",
                "remove one of them, or fetch the file again", "fjern den ene, eller hent filen igen"
            )
        case .lostLetter:
            (
                "\(shown) holds a sign that stands for a lost letter",
                "\(shown) indeholder et tegn der står for et tabt bogstav", fetch.0, fetch.1
            )
        }
    }
}
