using System.Text;

namespace Sems.Storage.Import;

/// <summary>Makes a text of a file's bytes: UTF-8, or what Chinese Excel saves.</summary>
public static class CsvBytes
{
    private const char Replacement = '\uFFFD';

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text and the name of its encoding.</summary>
    /// <exception cref="CampusImportException">It is in none of those encodings.</exception>
    public static (string Text, string Encoding) Decode(byte[] bytes)
    {
        if (TryDecode(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes) is { } utf8) return (Checked(utf8), "utf-8");
        if (TryDecode(Gb18030, bytes) is { } gb) return (Checked(gb), "gb18030");
        throw new CampusImportException("文件既不是 UTF-8 编码，也不是 GB18030（GBK）编码，请用 Excel 另存为“CSV UTF-8”后再试");
    }

    /// <summary>A text that somebody else made of the bytes; damaged when it was read in the wrong encoding.</summary>
    /// <exception cref="CampusImportException">It is damaged, or no text.</exception>
    public static string Checked(string text)
    {
        if (text.Contains(Replacement)) throw new CampusImportException("文件不是 UTF-8 编码（可能是 GBK），请直接上传文件，或用 Excel 另存为“CSV UTF-8”后再试");
        if (text.Contains('\0')) throw new CampusImportException("这不是 CSV 文件，请用 Excel 另存为“CSV UTF-8”后再试");
        return text.TrimStart('\uFEFF');
    }

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
