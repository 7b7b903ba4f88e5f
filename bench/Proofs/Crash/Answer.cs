using System.Text.Json;

namespace Sems.Bench.Proofs.Crash;

/// <summary>What a server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body.</param>
public sealed record Answer(int Status, string Text)
{
    /// <summary>The station protocol's "done".</summary>
    public const string Done = """{"result":1}""";

    /// <summary>The body as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Whether it is 200 and nothing but <see cref="Done"/>.</summary>
    public bool IsDone => Status == 200 && Text == Done;

    /// <summary>The answer, which must be <see cref="Done"/>.</summary>
    /// <exception cref="ProofException">It is another.</exception>
    public void MustBeDone(string what)
    {
        if (!IsDone) throw new ProofException($"{what} was answered {Status} {Text}");
    }

    /// <summary>The answer, which must be 200.</summary>
    /// <exception cref="ProofException">It is another.</exception>
    public Answer MustBeGood(string what) => Status == 200 ? this : throw new ProofException($"{what} was answered {Status} {Text}");
}
