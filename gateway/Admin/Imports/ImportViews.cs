using System.Text.Json.Serialization;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin.Imports;

/// <summary>A file to be imported.</summary>
/// <param name="Kind">students, stations or ammeters.</param>
/// <param name="Csv">Its text, with a header.</param>
public sealed record ImportRequest(string? Kind, string? Csv);

/// <summary>How an import stands.</summary>
/// <param name="State">preview, running, done or failed.</param>
/// <param name="Done">Rows written.</param>
/// <param name="Total">Rows there are to write.</param>
/// <param name="Message">Why it failed, or null.</param>
/// <param name="Encoding">What the file was encoded in: utf-8 or gb18030.</param>
public sealed record ImportView(string Id, string Kind, string State, ImportCountsView Counts, int Done, int Total, string? Message, string Encoding)
{
    internal static ImportView Of(string id, ImportReport report) => new(
        id, PageText.Word(report.Kind), PageText.Word(report.State), new ImportCountsView(report.New, report.Changed, report.Unchanged, report.Bad),
        report.Done, report.Total, report.Message, report.Encoding);
}

/// <summary>Rows by what they do.</summary>
public sealed record ImportCountsView(int New, int Changed, int Unchanged, int Bad);

/// <summary>Rows of a file.</summary>
public sealed record ImportRowsView(IReadOnlyList<ImportRowView> Items, long Total);

/// <summary>A row of a file and what it does: new, changed, unchanged or bad.</summary>
public sealed record ImportRowView(int Line, string Key, string What, IReadOnlyList<ImportFieldView> Changes, string? Message);

/// <summary>A field that a row sets; secrets are dots.</summary>
public sealed record ImportFieldView(string Field, string? Before, string? After);

/// <summary>Their JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ImportRequest))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(ImportRowsView))]
internal sealed partial class ImportJson : JsonSerializerContext;
