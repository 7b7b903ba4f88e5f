namespace Sems.Storage.Books;

/// <summary>What a check of the books has found so far: a line for each rule.</summary>
public sealed class BookReport
{
    private readonly Dictionary<BookRule, BookLine> _lines = BookRule.All.ToDictionary(rule => rule, rule => new BookLine(rule));

    /// <summary>A line for each rule.</summary>
    public IEnumerable<BookLine> Lines => BookRule.All.Select(rule => _lines[rule]);

    /// <summary>What is merely on its way: a meter whose effects have yet to be told. No fault.</summary>
    public NamedThings InFlight { get; } = new();

    /// <summary>Whether every rule holds.</summary>
    public bool IsClean => _lines.Values.All(line => line.Faults.Count == 0);

    /// <summary>A rule was looked at so many times.</summary>
    public void Checked(BookRule rule, long count = 1) => _lines[rule].Checked += count;

    /// <summary>A rule is broken.</summary>
    /// <param name="rule">Which.</param>
    /// <param name="what">By what: its numbers, and what is wrong with it.</param>
    public void Fault(BookRule rule, string what) => _lines[rule].Faults.Add(what);
}

/// <summary>How a rule fared.</summary>
public sealed class BookLine(BookRule rule)
{
    /// <summary>The rule.</summary>
    public BookRule Rule { get; } = rule;

    /// <summary>How many things it was held against.</summary>
    public long Checked { get; internal set; }

    /// <summary>What broke it.</summary>
    public NamedThings Faults { get; } = new();
}

/// <summary>Things that are counted, and the first of them named.</summary>
public sealed class NamedThings
{
    private const int MostNamed = 20;
    private readonly List<string> _named = [];

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>The first twenty.</summary>
    public IReadOnlyList<string> Named => _named;

    /// <summary>One more.</summary>
    public void Add(string what)
    {
        Count++;
        if (_named.Count < MostNamed) _named.Add(what);
    }
}
