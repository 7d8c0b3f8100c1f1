import Foundation

/// A stand-in could not be set up.
package struct StandInError: Error, CustomStringConvertible {
    let call: String
    let number = errno

    package var description: String { "\(call) failed with errno \(number)" }
}
