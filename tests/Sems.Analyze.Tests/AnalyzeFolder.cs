using System.IO.Compression;
using System.Text;

namespace Sems.Analyze.Tests;

/// <summary>A folder of its own for a test's files.</summary>
public abstract class AnalyzeFolder : IDisposable
{
    private readonly TempDirectory _folder = new();

    protected string Folder => _folder.Path;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string Path(string name) => _folder[name];

    protected string Write(string text, string name = "charge.csv")
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    protected string Zip(string text, string name = "charge.csv.gz")
    {
        using var zip = new GZipStream(File.Create(Path(name)), CompressionLevel.Fastest);
        zip.Write(Encoding.UTF8.GetBytes(text));
        return Path(name);
    }
}
