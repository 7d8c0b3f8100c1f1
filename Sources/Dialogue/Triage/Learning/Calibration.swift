import Glibc

/// Makes a probability of a score: `1 / (1 + exp(a * score + b))`.
///
/// Fitted to scores of posts that the weights were not learned from (Platt 1999, by the method of Lin, Lin and Weng: A Note on Platt's
/// Probabilistic Outputs for Support Vector Machines, 2007).
package struct Calibration: Hashable, Sendable {
    let a: Float
    let b: Float

    init(a: Float, b: Float) {
        self.a = a
        self.b = b
    }

    /// 0…1.
    func probability(of score: Float) -> Float {
        let value = a * score + b
        return value >= 0 ? expf(-value) / (1 + expf(-value)) : 1 / (1 + expf(value))
    }

    /// - Parameter scores: with whether the post is in the class.
    init(fitting scores: [(score: Float, isMember: Bool)]) {
        let members = Double(scores.count { $0.isMember })
        let others = Double(scores.count) - members
        let high = (members + 1) / (members + 2)
        let low = 1 / (others + 2)
        var (a, b) = (0.0, log((others + 1) / (members + 1)))
        func loss(_ a: Double, _ b: Double) -> Double {
            scores.reduce(0) { sum, item in
                let target = item.isMember ? high : low
                let value = Double(item.score) * a + b
                return sum
                    + (value >= 0 ? target * value + log1p(exp(-value)) : (target - 1) * value + log1p(exp(value)))
            }
        }
        var present = loss(a, b)
        for _ in 0..<100 {
            var (h11, h22, h21, g1, g2) = (1e-12, 1e-12, 0.0, 0.0, 0.0)
            for item in scores {
                let score = Double(item.score)
                let value = score * a + b
                let p = value >= 0 ? exp(-value) / (1 + exp(-value)) : 1 / (1 + exp(value))
                let d1 = (item.isMember ? high : low) - p
                let d2 = p * (1 - p)
                h11 += score * score * d2
                h22 += d2
                h21 += score * d2
                g1 += score * d1
                g2 += d1
            }
            if abs(g1) < 1e-5, abs(g2) < 1e-5 { break }
            let determinant = h11 * h22 - h21 * h21
            let da = -(h22 * g1 - h21 * g2) / determinant
            let db = -(h11 * g2 - h21 * g1) / determinant
            let slope = g1 * da + g2 * db
            var step = 1.0
            while step >= 1e-10 {
                let next = loss(a + step * da, b + step * db)
                if next < present + 1e-4 * step * slope {
                    (a, b, present) = (a + step * da, b + step * db, next)
                    break
                }
                step /= 2
            }
            if step < 1e-10 { break }
        }
        self.a = Float(a)
        self.b = Float(b)
    }
}
