using System.Globalization;
using System.Text;

namespace Sems.Gateway.Admin.Export;

/// <summary>Writes a table as a file for spreadsheets: UTF-8 with its mark, RFC 4180, row by row as they are read.</summary>
/// <param name="file">The file's name.</param>
/// <param name="total">How many rows there will be about, told in X-Total-Count; null for not told.</param>
/// <param name="header">The names of the columns.</param>
/// <param name="rows">The rows, a batch at a time.</param>
internal sealed class CsvResult(string file, long? total, string[] header, IAsyncEnumerable<IEnumerable<string?[]>> rows) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        response.Headers.CacheControl = "no-store";
        if (total is { } count) response.Headers["X-Total-Count"] = count.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder("\ufeff").Append(CsvText.Row(header)).Append("\r\n");
        await foreach (var batch in rows.WithCancellation(httpContext.RequestAborted))
        {
            foreach (var row in batch) text.Append(CsvText.Row(row.Select(CsvText.Plain))).Append("\r\n");
            await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
            text.Clear();
        }

        await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
    }
}
