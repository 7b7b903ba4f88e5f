using Sems.Silo.Books;

namespace Sems.Bench.Proofs.Crash;

/// <summary>The books of a data directory, as <c>./sems check</c> sees them.</summary>
internal static class SoundBooks
{
    /// <summary>Checks them, whether a server runs on them or died on them.</summary>
    /// <exception cref="ProofException">They have faults; it names the first ones.</exception>
    public static void Must(string data, string when)
    {
        var report = BooksCheck.Run(data);
        if (report.IsClean) return;
        var faults = report.Lines.Where(line => line.Faults.Count > 0).Select(line => $"{line.Rule.Name}: {string.Join("; ", line.Faults.Named)}");
        throw new ProofException($"the books have faults {when}:\n{string.Join('\n', faults)}");
    }
}
