import BarometerCore

/// Which of several questions, alike but for what they select, each row belongs to.
///
/// On a column where the selections differ, the codes fall into classes: those that only the numerator selects, only
/// the denominator, both. The class of a row is a further part of its group number, so that one pass over the rows
/// serves all the questions, and the sum of one is that of its classes.
struct SumClasses: Sendable {
    /// For each class the questions that its rows belong to, a bit each.
    private(set) var members: [UInt64] = [0]
    /// For each column where the selections leave something out or differ, the class of every code, nil for none.
    private(set) var classes: [Selection.Axis: [Int?]] = [:]

    /// The classes of up to 64 questions by the selections of each, where a column without one is selected whole.
    ///
    /// - Parameter cardinalities: for each column how many codes it has.
    init(_ questions: [[Selection.Axis: Selection]], cardinalities: [(axis: Selection.Axis, count: Int)]) {
        precondition((1...64).contains(questions.count), "a class has a bit for each question")
        let everybody = questions.indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        members = [everybody]
        for (axis, count) in cardinalities where questions.contains(where: { $0[axis] != nil }) {
            let masks = (0..<count).map { code in
                questions.enumerated().reduce(UInt64(0)) { mask, question in
                    question.element[axis].map { $0.included[code] } ?? true
                        ? mask | 1 << UInt64(question.offset) : mask
                }
            }
            guard masks.contains(where: { $0 != everybody }) else { continue }
            var kinds: [UInt64] = []
            for mask in masks where mask != 0 && !kinds.contains(mask) { kinds.append(mask) }
            // A column on which nobody selects anything still leaves all rows out.
            if kinds.isEmpty { kinds = [0] }
            let stride = members.count
            classes[axis] = masks.map { mask in
                mask == 0 ? nil : kinds.firstIndex(of: mask).map { $0 * stride }
            }
            members = kinds.flatMap { kind in members.map { $0 & kind } }
        }
    }

    /// How many classes there are.
    var count: Int { members.count }

    /// The classes whose rows belong to a question.
    func classes(of question: Int) -> [Int] {
        members.indices.filter { members[$0] >> UInt64(question) & 1 == 1 }
    }
}
