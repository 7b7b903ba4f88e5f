namespace Sems.Engine.Tests.Support;

/// <summary>A grain that does what a test hands it; see <see cref="ScriptCalls"/>.</summary>
[Alias("test.IScript")]
public interface IScript : IGrainWithStringKey
{
    [Alias("Run")]
    Task Run(Step step);

    [Alias("RunInterleaved"), AlwaysInterleave]
    Task RunInterleaved(Step step);

    [Alias("RunReadOnly"), ReadOnly]
    Task RunReadOnly(Step step);

    [Alias("Add")]
    Task<int> Add(int amount);

    [Alias("Reset")]
    ValueTask Reset();

    [Alias("Echo")]
    ValueTask<Letter> Echo(Letter letter, string first, int second, long? third);

    [Alias("Self")]
    Task<IScript> Self();

    [Alias("AddAt")]
    Task<int> AddAt(IScript other, int amount);
}
