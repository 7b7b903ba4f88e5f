using System.Text;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Postgres;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Outside;

namespace Sems.Silo;

/// <summary>Where a running SEMS keeps its data. It remembers the engine that made it; the database in it keeps a second process out.</summary>
public sealed class DataDirectory
{
    private const string DatabaseName = "sems.db";

    private string? _predecessor; // the engine whose states are to be taken over

    private DataDirectory(string path) => Path = path;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The PostgreSQL database everything is in but settings and keys; null when it is <see cref="Database"/>.</summary>
    public PostgresAddress? Server { get; private set; }

    /// <summary>Where the data is, for a person.</summary>
    public string Place => Server is null ? Path : $"{Path} and {Server}";

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>The file in which Orleans keeps grain states.</summary>
    public string GrainStates => System.IO.Path.Combine(Path, "grains.db");

    /// <summary>Settings of this campus (JSON), if there is such a file.</summary>
    public string Settings => System.IO.Path.Combine(Path, "appsettings.json");

    /// <summary>Keys that protect sign-in cookies.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Says which engine made the directory.</summary>
    public string Marker => System.IO.Path.Combine(Path, "engine");

    private string ServerMarker => System.IO.Path.Combine(Path, "database");

    /// <summary>Creates the directory if need be.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="engine">The engine that runs.</param>
    /// <param name="adopt">A directory made by the other engine is taken over: see <see cref="Adopt"/>.</param>
    /// <exception cref="DataDirectoryException">It belongs to another engine, or cannot be written.</exception>
    public static DataDirectory Open(string path, string engine, bool adopt = false) => Open(path, directory => directory.Claim(engine, adopt));

    /// <summary>For a process that runs no silo: creates the directory if need be, but leaves it to a silo to make it its engine's.</summary>
    /// <exception cref="DataDirectoryException">It belongs to another engine, or cannot be used.</exception>
    public static DataDirectory Visit(string path, string engine) => Open(path, directory => directory.Greet(engine));

    /// <summary>For whoever works on SQLite's files, whichever engine made it: changes nothing.</summary>
    /// <exception cref="DataDirectoryException">No SEMS has made it its own, or its data are in PostgreSQL.</exception>
    public static DataDirectory Inspect(string path)
    {
        var directory = new DataDirectory(System.IO.Path.GetFullPath(path));
        if (File.Exists(directory.ServerMarker))
            throw new DataDirectoryException(
                $"the data of {directory.Path} are in {File.ReadAllText(directory.ServerMarker).Trim()}, and backup, restore and check are for SQLite only. " +
                "Back the database up with pg_dump and bring it back with pg_restore, each time with a copy of this directory; nothing verifies the books there");
        return directory.Made() is "embedded" or "orleans"
            ? directory
            : throw new DataDirectoryException($"{directory.Path} is no data directory of SEMS: it has no file \"engine\" that names one");
    }

    /// <summary>What the directory's files held at one moment.</summary>
    /// <exception cref="StorageUnavailableException">They cannot be read.</exception>
    public SqliteSnapshot TakeSnapshot() => SqliteSnapshot.Take(Database, Made() == "orleans" ? GrainStates : null);

    /// <summary>Keeps every SEMS out of a directory until it is disposed.</summary>
    /// <exception cref="DataDirectoryException">A SEMS runs on it.</exception>
    public static IDisposable Hold(string path)
    {
        try
        {
            return new FileStream(SqliteStorage.LockOf(System.IO.Path.Combine(path, DatabaseName)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new DataDirectoryException($"{path} is in use, stop SEMS first: {fault.Message}");
        }
    }

    /// <summary>
    /// Says where the database is. The directory remembers a server's, so that a start without it does not begin an empty one here.
    /// </summary>
    /// <param name="server">The PostgreSQL database; null for <see cref="Database"/>.</param>
    /// <exception cref="DataDirectoryException">It was on a server before.</exception>
    public void Choose(PostgresAddress? server)
    {
        Server = server;
        if (server is not null) Write(ServerMarker, server.ToString());
        else if (File.Exists(ServerMarker))
            throw new DataDirectoryException(
                $"The data directory {Path} belongs to the database {File.ReadAllText(ServerMarker).Trim()}: give --storage, or remove the file {ServerMarker} to go on without it");
    }

    private static DataDirectory Open(string path, Action<DataDirectory> enter)
    {
        try
        {
            var directory = new DataDirectory(System.IO.Path.GetFullPath(path));
            Directory.CreateDirectory(directory.Path);
            enter(directory);
            return directory;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataDirectoryException($"The data directory {path} cannot be used: {fault.Message}");
        }
    }

    /// <summary>
    /// Takes over from the other engine: its grain states become this one's, and the directory is this engine's from then on.
    /// Call it with the database open, which keeps every other process out. A failure leaves the directory as it was.
    /// </summary>
    /// <returns>How many grain states were carried over; null when there is nothing to take over.</returns>
    /// <exception cref="StorageUnavailableException">The states cannot be read or written.</exception>
    public long? Adopt(string engine)
    {
        var made = Made() ?? "";
        if (made != (_predecessor ?? engine)) throw Belongs(made, engine, ""); // another process had it in between
        if (_predecessor is not { } predecessor) return null;
        var states = GrainStateFile.Copy(StatesOf(predecessor), StatesOf(engine));
        Mark(engine);
        _predecessor = null;
        return states;
    }

    /// <summary>With the states on a server: the directory is this engine's from now on.</summary>
    /// <exception cref="DataDirectoryException">The other engine has a database here, which would be left behind.</exception>
    public void Follow(string engine)
    {
        if (_predecessor is null) return;
        if (File.Exists(Database))
            throw new DataDirectoryException($"The data directory {Path} has a database of the {_predecessor} engine in it, too: choose another --data directory");
        Mark(engine);
        _predecessor = null;
    }

    /// <summary>
    /// Refuses to go on with a ledger whose grain states are gone: its open charges would never end, its locked meters be open.
    /// Call it with the database open, after <see cref="Adopt"/>.
    /// </summary>
    /// <exception cref="DataDirectoryException">They are gone.</exception>
    public async Task CheckStatesAsync(string engine, ILedgerReader ledger)
    {
        if (File.Exists(StatesOf(engine))) return;
        if (await ledger.ChargesAsync(new ChargeFilter(), page: 1, pageSize: 1) is { Total: > 0 and var charges })
            throw new DataDirectoryException(
                $"The grain states {StatesOf(engine)} are missing, but there are {charges} charges: bring the file back, or make an empty one to go on without open charges and locks");
    }

    private string StatesOf(string engine) => engine == "orleans" ? GrainStates : Database;

    private void Claim(string engine, bool adopt)
    {
        if (Made() is not { Length: > 0 } made)
        {
            if (File.Exists(Database))
                throw new DataDirectoryException($"The data directory {Path} has a database, but the file {Marker} does not say which engine made it: write embedded or orleans into it");
            Mark(engine);
            return;
        }
        if (made == engine) return;
        _predecessor = adopt && made is "embedded" or "orleans" ? made : null;
        if (_predecessor is null)
            throw Belongs(made, engine, $"add --adopt to carry everything in it over to {engine}, ");
    }

    private void Greet(string engine)
    {
        if (Made() is { Length: > 0 } made && made != engine) throw Belongs(made, engine, "");
    }

    /// <summary>The engine that made the directory; null when none did, empty while one is about to say.</summary>
    public string? Made() => File.Exists(Marker) ? File.ReadAllText(Marker).Trim() : null;

    private void Mark(string engine) => Write(Marker, engine);

    private static void Write(string path, string line)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
    }

    private DataDirectoryException Belongs(string made, string engine, string otherwise) => new(
        $"The data directory {Path} was made by the {made} engine and this is {engine}: start it with --engine {made}, {otherwise}or choose another --data directory");
}

/// <summary>A data directory that cannot be used; the message says why and what to do.</summary>
public sealed class DataDirectoryException(string message) : Exception(message);
