namespace Sems.GrainInterfaces;

/// <summary>
/// One import of a CSV file; the key is its id. It is in memory only: a preview is gone half an hour after it was last asked, and when its process
/// ends. Rows that were written stay.
/// </summary>
[Alias("sems.IImportGrain")]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>Reads a file and compares it with what is stored.</summary>
    [Alias("Open")]
    Task<ImportAnswer> Open(ImportWish wish);

    /// <summary>How it stands; null when there is no such import.</summary>
    [Alias("Get"), AlwaysInterleave, ReadOnly]
    Task<ImportReport?> Get();

    /// <summary>A page of its rows, by line; pages count from 1. Null when there is no such import.</summary>
    /// <param name="what">Rows that do this; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Rows of a page.</param>
    [Alias("Rows"), AlwaysInterleave, ReadOnly]
    Task<ImportRowPage?> Rows(ImportRowKind? what, int page, int pageSize);

    /// <summary>The bad rows as CSV, with a column that says what is wrong; null when there is no such import.</summary>
    [Alias("BadCsv"), AlwaysInterleave, ReadOnly]
    Task<string?> BadCsv();

    /// <summary>Begins to write it, or goes on where it failed; asked again it is just going on. Null when there is no such import.</summary>
    [Alias("Apply")]
    Task<ImportReport?> Apply(string by);

    /// <summary>Drops it; what is being written is written to the end. False when there is no such import.</summary>
    [Alias("Discard")]
    Task<bool> Discard();
}
