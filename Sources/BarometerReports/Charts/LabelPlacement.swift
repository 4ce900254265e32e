/// A rectangle in a chart.
struct ChartBox: Sendable {
    var left: Double
    var top: Double
    var width: Double
    var height: Double

    var right: Double { left + width }
    var bottom: Double { top + height }

    func contains(_ point: ChartPoint) -> Bool {
        point.x > left && point.x < right && point.y > top && point.y < bottom
    }

    func overlaps(_ other: ChartBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
}

/// Where a label stands, seen from the point it belongs to.
enum LabelSide: Sendable {
    case right, left, above, below, aboveRight, aboveLeft, belowRight, belowLeft

    /// -1 for left or above, 0 for the middle, 1 for right or below.
    private var direction: (x: Double, y: Double) {
        switch self {
        case .right: (1, 0)
        case .left: (-1, 0)
        case .above: (0, -1)
        case .below: (0, 1)
        case .aboveRight: (1, -1)
        case .aboveLeft: (-1, -1)
        case .belowRight: (1, 1)
        case .belowLeft: (-1, 1)
        }
    }

    func box(width: Double, height: Double, around point: ChartPoint, gap: Double) -> ChartBox {
        let (x, y) = direction
        // Labels over or under a point may begin or end at its own place; beside it they must keep clear of it.
        let offset = y == 0 ? gap : 0
        return ChartBox(
            left: point.x + x * offset + (x - 1) * width / 2,
            top: point.y + y * gap + (y - 1) * height / 2,
            width: width,
            height: height
        )
    }
}

/// Finds places for labels where they hide neither lines nor each other.
struct LabelPlacement: Sendable {
    /// The area in which labels must lie.
    let bounds: ChartBox
    /// Points along the lines and marks that labels should not cover.
    private(set) var obstacles: [ChartPoint] = []
    private var taken: [ChartBox] = []

    init(bounds: ChartBox) {
        self.bounds = bounds
    }

    /// Keeps labels off the straight pieces through points.
    mutating func avoid(_ points: [ChartPoint]) {
        obstacles += points
        for (start, end) in zip(points, points.dropFirst()) {
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 4))
            obstacles += (0..<steps).map { step in
                let share = Double(step) / Double(steps)
                return ChartPoint(x: start.x + share * dx, y: start.y + share * dy)
            }
        }
    }

    /// Keeps labels off an area.
    mutating func avoid(_ box: ChartBox) {
        taken.append(box)
    }

    /// Takes the best place around a point, the first of `sides` where all are free.
    ///
    /// - Returns: the place, or nil where the label may be left out and no place is free.
    mutating func place(
        width: Double,
        height: Double,
        around point: ChartPoint,
        sides: [LabelSide],
        isOptional: Bool = false
    ) -> ChartBox? {
        var best: (box: ChartBox, cost: Int)?
        for gap in [11.0, 18, 30, 46] {
            for side in sides {
                let box = moved(side.box(width: width, height: height, around: point, gap: gap))
                let cost = Int(gap) + hits(of: box) * 10 + taken.count { $0.overlaps(box) } * 10_000
                if cost < best?.cost ?? .max { best = (box, cost) }
            }
        }
        guard let best, !isOptional || best.cost < 100 else { return nil }
        taken.append(best.box)
        return best.box
    }

    private func hits(of box: ChartBox) -> Int {
        obstacles.count { box.contains($0) }
    }

    /// The box pushed back into the bounds.
    private func moved(_ box: ChartBox) -> ChartBox {
        var result = box
        result.left = max(bounds.left, min(box.left, bounds.right - box.width))
        result.top = max(bounds.top, min(box.top, bounds.bottom - box.height))
        return result
    }
}
