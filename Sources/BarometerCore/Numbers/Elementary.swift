#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The elementary functions, from the C mathematics: the only file of the engine that imports it.
///
/// Another C library may differ in the last bit of a result, which the decimals of every output hide.
package enum Elementary {
    /// The natural logarithm; minus infinity at zero, not a number below it.
    package static func naturalLog(_ x: Double) -> Double { log(x) }

    /// The natural logarithm of 1 + x, exact for small x.
    package static func naturalLog(onePlus x: Double) -> Double { log1p(x) }

    /// e to the power x.
    package static func exponential(_ x: Double) -> Double { exp(x) }

    /// e to the power x, minus 1, exact for small x.
    package static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

    /// A base to any power; nil for a negative base, which has no real power in general.
    package static func power(_ base: Double, _ exponent: Double) -> Double? {
        base < 0 ? nil : pow(base, exponent)
    }

    /// The cosine of an angle in radians.
    package static func cosine(_ x: Double) -> Double { cos(x) }

    /// One minus the error function, exact in the upper tail.
    package static func errorComplement(_ x: Double) -> Double { erfc(x) }

    /// The natural logarithm of the gamma function, for x above zero.
    package static func logGamma(_ x: Double) -> Double {
        #if canImport(Darwin)
            lgamma(x)
        #else
            // Of the two functions of the C library only this one touches no global.
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1) { lgamma_r(x, $0.baseAddress) }
        #endif
    }
}
