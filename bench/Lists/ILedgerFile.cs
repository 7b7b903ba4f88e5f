namespace Sems.Bench.Lists;

/// <summary>A database of SEMS, changed behind its back: fast, and not durably.</summary>
internal interface ILedgerFile : IDisposable
{
    /// <summary>Sqlite or Postgres: the folder of its schema.</summary>
    string Schema { get; }

    /// <summary>The last so many characters of a text, in SQL.</summary>
    string Right(string text, int characters);

    /// <summary>A row for each number from 1, called i.</summary>
    string Numbers(int count);

    /// <summary>Runs statements.</summary>
    void Run(string sql);

    /// <summary>Statements that make the indexes of a table, and their names; keys are not among them.</summary>
    IReadOnlyList<(string Name, string Sql)> Indexes(string table);

    /// <summary>Leaves it as one that has run for long.</summary>
    void Settle();
}
