using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Silo.Backups;

/// <summary>What a backup holds. It is written last: a directory without it is no backup.</summary>
/// <param name="Format">The layout of the backup; this program knows <see cref="KnownFormat"/>.</param>
/// <param name="TakenAt">The moment it shows.</param>
/// <param name="Sems">The version of SEMS that took it.</param>
/// <param name="Schema">The schema of its database.</param>
/// <param name="Engine">The engine that made the data directory.</param>
/// <param name="Files">Every other file.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset TakenAt, string Sems, int Schema, string Engine, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The layout written here.</summary>
    public const int KnownFormat = 1;

    /// <summary>The manifest's file in a backup.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Bytes in all.</summary>
    [JsonIgnore]
    public long Size => Files.Sum(file => file.Size);

    /// <summary>Writes it into a directory.</summary>
    public void WriteTo(string directory)
    {
        using var file = new FileStream(Path.Combine(directory, FileName), FileMode.CreateNew);
        JsonSerializer.Serialize(file, this, BackupJson.Default.BackupManifest);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads that of a directory.</summary>
    /// <exception cref="BackupException">There is none, or it says what this program does not know.</exception>
    public static BackupManifest ReadFrom(string directory)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(directory, FileName));
            var manifest = JsonSerializer.Deserialize(file, BackupJson.Default.BackupManifest);
            return manifest is { Format: KnownFormat } ? manifest : throw new BackupException($"{directory} is a backup of another format than this program knows ({KnownFormat})");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{directory} is no backup: it has no {FileName}");
        }
        catch (JsonException fault)
        {
            throw new BackupException($"the {FileName} of {directory} cannot be read: {fault.Message}");
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its path inside, with slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its content, hexadecimal.</param>
public sealed record BackupFile(string Name, long Size, string Sha256);

/// <summary>A backup that cannot be made or used; the message says why.</summary>
public sealed class BackupException(string message) : Exception(message);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
