namespace Sems.Contract.Tests;

/// <summary>
/// One case of a transcript. Lines: <c>== title</c>, <c>&gt; call body</c>, <c>&lt; reply</c> (200 unless a status stands before it),
/// <c>@ with KEY=VALUE</c> (a setting), <c>@ wait 30m</c> (the clock moves), <c>@ control GROUP/METER ACTION</c> (an operator), <c>@ restart</c>;
/// lines that begin with # are remarks.
/// </summary>
public sealed record TranscriptCase(string Title, IReadOnlyList<string> Lines)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>Settings the case is played with.</summary>
    public (string Key, string Value)[] Settings =>
        [.. Lines.Where(l => l.StartsWith("@ with ", StringComparison.Ordinal)).Select(l => l[7..].Split('=', 2)).Select(p => (p[0], p[1]))];

    /// <summary>The titles in these files, for a theory.</summary>
    public static TheoryData<string, string> Titles(params string[] files)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in files)
            foreach (var found in ReadAll(file)) data.Add(file, found.Title);
        return data;
    }

    public static TranscriptCase Find(string file, string title) => ReadAll(file).Single(c => c.Title == title);

    private static List<TranscriptCase> ReadAll(string file)
    {
        var cases = new List<TranscriptCase>();
        List<string> lines = [];
        foreach (var line in File.ReadLines(Path.Combine(Folder, file + ".txt")))
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            if (line.StartsWith("== ", StringComparison.Ordinal)) cases.Add(new TranscriptCase(line[3..], lines = []));
            else if (line[0] is '>' or '<' or '@') lines.Add(line);
            else throw new FormatException($"{file}: this line is none of a transcript's: {line}");
        }
        return cases;
    }
}
