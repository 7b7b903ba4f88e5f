using Microsoft.AspNetCore.Mvc;
using Sems.Gateway.Access;

namespace Sems.Gateway.Admin.Imports;

/// <summary>CSV files: what they would do, and doing it.</summary>
internal static class ImportRoutes
{
    /// <summary>The most bytes of a request with a file: 20 MB of text, and what JSON adds.</summary>
    private const int MostBytes = 48 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        var adm = api.MapGroup("/imports").ForAdministrators();
        adm.MapPost("", ImportEndpoints.OpenAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithSummary("What a file would do, row by row: JSON {kind, csv}, or the file itself (text/csv, UTF-8 or GB18030) with ?kind=; kept for half an hour")
            .Accepts<ImportRequest>("application/json", "text/csv").Produces<ImportView>().Produces<Problem>(400);
        adm.MapGet("/{id}", ImportEndpoints.OneAsync).WithSummary("How an import stands").Produces<ImportView>().Produces<Problem>(404);
        adm.MapGet("/{id}/rows", ImportEndpoints.RowsAsync).WithSummary("Its rows by line; what is new, changed, unchanged or bad")
            .Produces<ImportRowsView>().Produces<Problem>(400).Produces<Problem>(404);
        adm.MapGet("/{id}/bad.csv", ImportEndpoints.BadCsvAsync).WithSummary("The bad rows, with a column that says what is wrong; without secrets")
            .Produces(200, contentType: "text/csv").Produces<Problem>(404);
        adm.MapPost("/{id}/apply", ImportEndpoints.ApplyAsync).WithSummary("Writes it, the bad rows left out; ask the import how far it is")
            .Produces<ImportView>().Produces<Problem>(404);
        adm.MapDelete("/{id}", ImportEndpoints.DiscardAsync).WithSummary("Drops it; what is being written is written to the end").Produces(204).Produces<Problem>(404);
    }
}
