using System.Collections.Immutable;
using System.Text;

namespace Sems.GrainInterfaces;

/// <summary>A file to be imported.</summary>
/// <param name="Kind">What is in it.</param>
/// <param name="Csv">Its text, with a header.</param>
/// <param name="Encoding">What it was encoded in, for the record.</param>
[GenerateSerializer, Immutable, Alias("sems.ImportWish")]
public sealed record ImportWish([property: Id(0)] ImportKind Kind, [property: Id(1)] string Csv, [property: Id(2)] string Encoding)
{
    /// <summary>Without the text: there may be passwords in it.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{nameof(Kind)} = {Kind}, {Csv.Length} characters");
        return true;
    }
}

/// <summary>An import, or why the file cannot be used.</summary>
/// <param name="Fault">In Chinese; null when it can.</param>
/// <param name="Report">How it stands; null with a fault.</param>
[GenerateSerializer, Immutable, Alias("sems.ImportAnswer")]
public sealed record ImportAnswer([property: Id(0)] string? Fault, [property: Id(1)] ImportReport? Report);

/// <summary>How an import stands.</summary>
[GenerateSerializer, Immutable, Alias("sems.ImportReport")]
public sealed record ImportReport
{
    /// <summary>What is in the file.</summary>
    [Id(0)] public required ImportKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    [Id(1)] public required ImportState State { get; init; }

    /// <summary>Rows that add.</summary>
    [Id(2)] public required int New { get; init; }

    /// <summary>Rows that change.</summary>
    [Id(3)] public required int Changed { get; init; }

    /// <summary>Rows that change nothing.</summary>
    [Id(4)] public required int Unchanged { get; init; }

    /// <summary>Rows that cannot be written.</summary>
    [Id(5)] public required int Bad { get; init; }

    /// <summary>Rows written.</summary>
    [Id(6)] public required int Done { get; init; }

    /// <summary>Rows there are to write.</summary>
    [Id(7)] public required int Total { get; init; }

    /// <summary>Why it failed, in Chinese; else null.</summary>
    [Id(8)] public string? Message { get; init; }

    /// <summary>What the file was encoded in.</summary>
    [Id(9)] public required string Encoding { get; init; }
}

/// <summary>A page of rows.</summary>
[GenerateSerializer, Immutable, Alias("sems.ImportRowPage")]
public sealed record ImportRowPage([property: Id(0)] ImmutableArray<ImportRow> Items, [property: Id(1)] int Total);

/// <summary>A row of a file and what it does.</summary>
/// <param name="Line">Counted from 1, the header included.</param>
/// <param name="Key">Student number, station number or group/ammeter.</param>
/// <param name="What">What it does.</param>
/// <param name="Changes">Field by field.</param>
/// <param name="Message">Why it is bad, or what else is to be said; in Chinese, or null.</param>
[GenerateSerializer, Immutable, Alias("sems.ImportRow")]
public sealed record ImportRow(
    [property: Id(0)] int Line, [property: Id(1)] string Key, [property: Id(2)] ImportRowKind What, [property: Id(3)] ImmutableArray<ImportedField> Changes,
    [property: Id(4)] string? Message);

/// <summary>A field that a row sets; secrets are dots.</summary>
[GenerateSerializer, Immutable, Alias("sems.ImportedField")]
public sealed record ImportedField([property: Id(0)] string Field, [property: Id(1)] string? Before, [property: Id(2)] string? After);
