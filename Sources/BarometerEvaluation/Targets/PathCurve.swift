import BarometerCore

/// The shape of a path over its steps, in the quantity of the yardstick: corners with straight lines between them.
///
/// The lines are straight on the scale of the path: of the quantity itself, of its logarithm, or of its logit.
struct PathCurve: Sendable {
    /// On what lines between two corners are straight.
    enum Scale: Sendable {
        case plain, logarithm, logit

        func isDefined(at quantity: Double) -> Bool {
            switch self {
            case .plain: quantity.isFinite
            case .logarithm: quantity > 0 && quantity.isFinite
            case .logit: quantity > 0 && quantity < 100
            }
        }

        func position(of quantity: Double) -> Double {
            switch self {
            case .plain: quantity
            case .logarithm: Elementary.naturalLog(quantity)
            case .logit: Elementary.naturalLog(quantity / (100 - quantity))
            }
        }

        func quantity(at position: Double) -> Double {
            switch self {
            case .plain: position
            case .logarithm: Elementary.exponential(position)
            case .logit: 100 / (1 + Elementary.exponential(-position))
            }
        }
    }

    /// A required quantity, with the step at which it is due.
    struct Corner: Sendable {
        var step: Int
        var quantity: Double
    }

    /// From (0, start) to (steps, target), in the order of time.
    let corners: [Corner]
    let scale: Scale
    /// Whether each quantity holds until the next falls due.
    let isStepped: Bool

    /// nil where a quantity is outside the scale or the corners are not in order.
    init?(corners: [Corner], scale: Scale = .plain, isStepped: Bool = false) {
        guard corners.count > 1, corners.allSatisfy({ scale.isDefined(at: $0.quantity) }),
            zip(corners, corners.dropFirst()).allSatisfy({ $0.step < $1.step })
        else { return nil }
        self.corners = corners
        self.scale = scale
        self.isStepped = isStepped
    }

    /// The required quantity at a step; before the first corner that of the first, after the last that of the last.
    func quantity(at step: Int) -> Double {
        guard let next = corners.firstIndex(where: { step < $0.step }) else {
            return corners[corners.count - 1].quantity
        }
        guard next > 0 else { return corners[0].quantity }
        let (before, after) = (corners[next - 1], corners[next])
        guard !isStepped, step > before.step else { return before.quantity }
        let share = Double(step - before.step) / Double(after.step - before.step)
        let (from, to) = (scale.position(of: before.quantity), scale.position(of: after.quantity))
        return scale.quantity(at: from + (to - from) * share)
    }

    /// The last step at which the path asks for a quantity; nil where it always asks for more.
    ///
    /// On a stepped path it is the last step at which the quantity was enough.
    ///
    /// - Parameter sign: +1 where more is better. The quantity is worse than that of the last corner.
    func lastStep(at quantity: Double, sign: Double) -> Double? {
        for (before, after) in zip(corners, corners.dropFirst()).reversed() {
            if isStepped {
                if sign * (quantity - before.quantity) >= -Target.tolerance { return Double(after.step - 1) }
                continue
            }
            let (low, high) = (min(before.quantity, after.quantity), max(before.quantity, after.quantity))
            guard quantity >= low - Target.tolerance, quantity <= high + Target.tolerance else { continue }
            let (from, to) = (scale.position(of: before.quantity), scale.position(of: after.quantity))
            guard from != to else { return Double(after.step) }
            let share = (scale.position(of: min(max(quantity, low), high)) - from) / (to - from)
            return Double(before.step) + share * Double(after.step - before.step)
        }
        return nil
    }
}
