using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Sems.Bench.Processes;

/// <summary>
/// A PostgreSQL server of one's own: in a directory of its own, on loopback, with a password made up now and every commit
/// synchronised. It ends with this process, however that ends: it is held by a pipe.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "sems";
    private const string Keep = "keep";

    /// <summary>
    /// Runs the server until told to keep its data, or until whoever holds the pipe is gone: then nobody needs the data either.
    /// INT ends sessions and stops in order, QUIT stops at once.
    /// </summary>
    private const string Hold = $"""
        directory=$1; shift; "$@" & server=$!
        read -r word; if [ "$word" = {Keep} ]; then kill -INT $server; else kill -QUIT $server; fi
        wait $server; [ "$word" = {Keep} ] || rm -rf "$directory"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostgresPrograms _programs;
    private readonly WorkDirectory _directory;
    private readonly string _password = RandomNumberGenerator.GetHexString(24);
    private readonly Queue<string> _said = [];
    private Process? _process;

    private PostgresServer(PostgresPrograms programs, WorkDirectory directory) => (_programs, _directory) = (programs, directory);

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>Makes and starts one.</summary>
    /// <param name="within">The directory to make its own in, or null for the system's temporary one.</param>
    /// <exception cref="IOException">There is no PostgreSQL here, or it did not start; the message says why.</exception>
    public static async Task<PostgresServer> StartAsync(string? within = null)
    {
        var server = new PostgresServer(PostgresPrograms.Find(), new WorkDirectory(within));
        try
        {
            await server.InitializeAsync();
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to reach a database of it.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = _password,
        Database = database,
    }.ConnectionString;

    /// <summary>Runs a statement as its owner.</summary>
    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to reach it.</returns>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        return ConnectionString(name);
    }

    /// <summary>Stops it: sessions end, what was committed stays.</summary>
    public Task StopAsync() => StopAsync(Keep);

    private async Task StopAsync(string word)
    {
        if (_process is not { } process) return;
        _process = null;
        try
        {
            await process.StandardInput.WriteLineAsync(word);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it ended by itself
        }
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    /// <summary>Starts it, also after a stop: with the same data on the same port.</summary>
    /// <exception cref="IOException">It did not start; the message holds what it said.</exception>
    public async Task StartAgainAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var first = Port == 0;
            if (first) Port = FreePort();
            if (await TryStartAsync()) return;
            await StopAsync();
            if (first) Port = 0; // another process was quicker
            if (tries == 5) throw new IOException($"PostgreSQL did not start. It said:\n{string.Join('\n', _said)}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync("");
        if (Directory.Exists(_directory.Path)) _directory.Dispose();
    }

    private async Task InitializeAsync()
    {
        var secret = _directory["password"];
        await File.WriteAllTextAsync(secret, _password);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(secret, UnixFileMode.UserRead);
        await _programs.OwnAsync(_directory.Path);
        await PostgresPrograms.RunAsync(_programs.Start([], "initdb", "-D", _directory["data"], "-U", User, "--auth=scram-sha-256",
            $"--pwfile={secret}", "--encoding=UTF8", "--locale=C", "--no-sync"));
    }

    private async Task<bool> TryStartAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"port={Port}"), $"unix_socket_directories={_directory.Path}",
            "fsync=on", "synchronous_commit=on", "max_connections=300", "shared_buffers=128MB", "logging_collector=off", "max_wal_size=4GB",
        ];
        var arguments = new[] { "-D", _directory["data"] }.Concat(settings.SelectMany(s => new[] { "-c", s }));
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = _programs.Start(["sh", "-c", Hold, "sh", _directory.Path], "postgres", arguments), EnableRaisingEvents = true };
        process.Exited += (_, _) => ready.TrySetResult(false);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _process = process;
        return await Task.WhenAny(ready.Task, Task.Delay(Patience)) == ready.Task && await ready.Task;
    }

    private void Hear(string? line, TaskCompletionSource<bool> ready)
    {
        if (line is null) return;
        lock (_said)
        {
            if (_said.Count == 20) _said.Dequeue();
            _said.Enqueue(line);
        }
        if (line.Contains("ready to accept connections", StringComparison.Ordinal)) ready.TrySetResult(true);
        if (line.Contains("database system is shut down", StringComparison.Ordinal)) ready.TrySetResult(false);
        if (line.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)) ready.TrySetResult(false);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
