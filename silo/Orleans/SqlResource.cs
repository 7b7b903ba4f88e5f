namespace Sems.Silo.Orleans;

/// <summary>The scripts that come with this program.</summary>
internal static class SqlResource
{
    /// <summary>Reads one.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(SqlResource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
