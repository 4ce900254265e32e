/// The kind of a fault, with the number that messages show.
///
/// The first digit is the floor of the house that found it.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
    // 0: general
    case unreadableFile = "D001"
    case unwritableFile = "D002"
    // 1: extracts
    case emptyFile = "D101"
    case noStatistics = "D102"
    case fieldCount = "D103"
    case unreadableNumber = "D104"
    case unreadablePeriod = "D105"
    case strayQuote = "D106"
    case unclosedQuote = "D107"
    case missingColumn = "D108"
    case undeclaredColumn = "D109"
    case unknownCode = "D110"
    case duplicateKey = "D111"
    case undecidableNumbers = "D112"
    case mixedFrequencies = "D113"
    case damagedText = "D114"
    case markersRead = "D115"
    case noMeasure = "D116"
    case duplicateColumn = "D117"
    case noHeader = "D118"
    case deletionRefused = "D119"
    case totalsDisagree = "D120"
    case otherFrequency = "D121"
    case unitChanged = "D122"
    case periodsGoBack = "D123"
    case figuresChange = "D124"
    case undecidableDays = "D125"
    case tooLarge = "D126"
    case unreadableEntry = "D130"
    case missingKeyword = "D131"
    case repeatedKeyword = "D132"
    case unequalLists = "D133"
    case cellCount = "D134"
    case cubeTooLarge = "D135"
    case doubtfulEncoding = "D136"
    case missingEnd = "D137"
    case unknownLanguage = "D138"
    case jsonSyntax = "D140"
    case repeatedJSONKey = "D141"
    case jsonStatShape = "D142"
    case cubeSize = "D143"
    case noDataset = "D144"
    case statusFlag = "D145"
    case sourceMessage = "D146"
    case otherDatasets = "D147"
    case jsonRecord = "D148"
    // 2: catalogue
    case unreadableCatalogue = "D201"
    case unknownKey = "D202"
    case missingKey = "D203"
    case wrongValue = "D204"
    case repeatedKey = "D205"
    case unknownReference = "D206"
    case impossibleTarget = "D207"
    case noWorkspace = "D208"
    case overlappingTargets = "D209"
    case impossiblePath = "D210"
    // 3: formulas
    case formulaSyntax = "D301"
    case formulaName = "D302"
    case formulaUnit = "D303"
    // 4: computation
    case sumOverflow = "D401"
    case tooManyGroups = "D402"
    case notAdditive = "D403"
    case rollUpNeeded = "D404"
    case unknownSelection = "D405"
    case totalsLeftOut = "D406"
    case incompletePeriod = "D407"
    case coarserThanAsked = "D408"
    case missingLeftOut = "D409"
    case memoryLimit = "D410"
    case missingReference = "D411"
    // 5: evaluation
    case noValue = "D501"
    // 8: command line
    case wrongArgument = "D801"

    /// Whether the fault lies in how a file is divided into records and fields, before any value is read.
    public var isOfRecords: Bool {
        [.emptyFile, .noStatistics, .fieldCount, .strayQuote, .unclosedQuote, .tooLarge].contains(self)
    }
}
