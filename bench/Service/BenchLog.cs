using Sems.Bench.Load;

namespace Sems.Bench.Service;

/// <summary>Tells how a run goes on, and keeps count of wrong replies.</summary>
internal sealed class BenchLog(TextWriter progress)
{
    /// <summary>Wrong replies so far.</summary>
    public long Errors { get; private set; }

    /// <summary>The first one, or null.</summary>
    public string? FirstError { get; private set; }

    /// <summary>Writes a line.</summary>
    public void Say(string text)
    {
        progress.WriteLine("  " + text);
        progress.Flush();
    }

    /// <summary>Counts the wrong replies of some load.</summary>
    public LoadResult Note(LoadResult result)
    {
        Errors += result.Errors;
        if (FirstError is null && result.FirstError is { } error)
        {
            FirstError = error;
            Say($"ERROR: {error}");
        }
        return result;
    }
}
