namespace Sems.Simulator.WeChat.Api;

/// <summary>Something that is to go wrong with the next calls of a path.</summary>
public sealed record Fault
{
    /// <summary>The path, such as <c>/cgi-bin/message/template/send</c>; one that ends in <c>*</c> stands for all that begin so.</summary>
    public string Path { get; init; } = "/*";

    /// <summary>Answers this error in place of the reply.</summary>
    public int? Errcode { get; init; }

    /// <summary>Answers this HTTP status in place of the reply.</summary>
    public int? Status { get; init; }

    /// <summary>Answers so much later, ms.</summary>
    public int DelayMs { get; init; }

    /// <summary>Breaks the connection in place of the reply.</summary>
    public bool Drop { get; init; }

    /// <summary>Whether the call has its effect all the same, and only the reply goes wrong.</summary>
    public bool Late { get; init; }

    /// <summary>How many calls it befalls.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether it befalls calls of a path.</summary>
    public bool Befalls(string path) =>
        Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : path == Path;
}
