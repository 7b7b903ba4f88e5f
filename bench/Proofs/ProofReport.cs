using System.Globalization;

namespace Sems.Bench.Proofs;

/// <summary>A proof that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Result">What came of it.</param>
public sealed record ProofReport(string Name, string Shows, int Seed, TimeSpan Took, ProofResult Result)
{
    /// <summary>Writes it for a person.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(Result.Passed ? "pass" : "FAIL")}  {Name}: {Shows} ({Took.TotalSeconds:N1} s, seed {Seed})"));
        foreach (var (name, value, unit) in Result.Figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      {name,-52} {value,14:#,0.##} {unit}").TrimEnd());
        if (Result.Fault is not null) output.WriteLine($"      {Result.Fault}");
    }
}
