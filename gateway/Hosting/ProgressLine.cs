using System.Diagnostics;
using System.Globalization;
using Sems.Storage;

namespace Sems.Gateway.Hosting;

/// <summary>
/// Shows how far a piece of work is, once it has taken a second: on a terminal in one line that is written over, elsewhere in a line every ten seconds.
/// </summary>
internal sealed class ProgressLine(TextWriter output) : IProgress<StepProgress>, IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);
    private readonly bool _terminal = output == Console.Error && !Console.IsErrorRedirected;
    private readonly long _since = Stopwatch.GetTimestamp();
    private TimeSpan _next = Silence;
    private int _shown;

    /// <inheritdoc />
    public void Report(StepProgress value)
    {
        var elapsed = Stopwatch.GetElapsedTime(_since);
        if (elapsed < _next) return;
        _next = elapsed + (_terminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10));
        var text = value.Total > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Step}: {100.0 * value.Done / value.Total:0} %")
            : value.Step + " …";
        if (!_terminal)
        {
            output.WriteLine(text);
            return;
        }
        output.Write("\r" + text.PadRight(_shown));
        _shown = text.Length;
    }

    /// <summary>Takes the line off the terminal, for what is said next.</summary>
    public void Clear()
    {
        if (_shown > 0) output.Write("\r" + new string(' ', _shown) + "\r");
        _shown = 0;
    }

    /// <inheritdoc />
    public void Dispose() => Clear();
}
