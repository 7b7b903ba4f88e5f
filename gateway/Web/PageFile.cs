using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Sems.Gateway.Web;

/// <summary>A file of the web pages, as it was at the start, with what it is compressed to.</summary>
/// <param name="Path">The file itself.</param>
/// <param name="ContentType">MIME type, with its character set.</param>
/// <param name="ETag">Changes with its content.</param>
/// <param name="Brotli">The same compressed by Brotli, or null.</param>
/// <param name="Gzip">The same compressed by gzip, or null.</param>
internal sealed record PageFile(string Path, string ContentType, string ETag, string? Brotli, string? Gzip)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static PageFile Of(string path)
    {
        if (!Types.TryGetContentType(path, out var type)) type = "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("charset", StringComparison.Ordinal)) type += "; charset=utf-8";
        using var content = File.OpenRead(path);
        return new PageFile(path, type, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"", Beside(path, ".br"), Beside(path, ".gz"));
    }

    /// <summary>The smallest form that a browser understands, and what its encoding is called.</summary>
    public (string Path, string? Encoding) For(string accepted)
    {
        if (Brotli is not null && Accepts(accepted, "br")) return (Brotli, "br");
        return Gzip is not null && Accepts(accepted, "gzip") ? (Gzip, "gzip") : (Path, null);
    }

    private static bool Accepts(string accepted, string encoding)
    {
        foreach (var each in accepted.Split(','))
        {
            var name = each.AsSpan().Trim();
            if (!name.StartsWith(encoding, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = name[encoding.Length..].Trim();
            if (rest.IsEmpty) return true;
            if (rest[0] == ';') return !rest.Contains("q=0", StringComparison.OrdinalIgnoreCase) || rest.Contains("q=0.", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    private static string? Beside(string path, string ending) => File.Exists(path + ending) ? path + ending : null;
}
