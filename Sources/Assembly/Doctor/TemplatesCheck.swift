import Dialogue
import Settings
import Workflow

/// The lexicons are found and sound.
struct TemplatesCheck: DoctorCheck {
    let name = "lexicons"

    func look(at premises: Premises) async -> DoctorFinding {
        do {
            let settings = try? premises.settings()
            let engine = try premises.triageEngine(
                setting: settings?.templates, brand: settings?.triage ?? TriageSettings())
            return DoctorFinding(.well, "model \(engine.modelVersion)")
        } catch let error as DeskError {
            let first = error.problems.first.map { "\($0.place): \($0.what)" } ?? "unreadable"
            return DoctorFinding(
                .broken, "\(error.problems.count) mistakes, the first: \(first)", next: "correct the lexicon files")
        } catch {
            return DoctorFinding(
                .broken, "no lexicons were found", next: "name the folder with --templates, or 'make install'")
        }
    }
}
