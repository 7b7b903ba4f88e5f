using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Sems.Simulator.WeChat.Page;

/// <summary>The stand-in's own files, which are inside the program.</summary>
public static class PageFile
{
    private static readonly ConcurrentDictionary<string, byte[]?> Read = new();

    /// <summary>A file; null where there is none of that name.</summary>
    public static byte[]? Find(string name) => Read.GetOrAdd(name, static n =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("WeChat/" + n);
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    });

    /// <summary>A file's text.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Text(string name) => Encoding.UTF8.GetString(Find(name) ?? throw new InvalidOperationException($"the program lacks its file {name}"));
}
