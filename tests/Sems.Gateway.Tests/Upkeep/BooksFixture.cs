using Sems.Silo.Books;
using Sems.Storage.Books;
using Sems.Storage.Sqlite;

namespace Sems.Gateway.Tests.Upkeep;

/// <summary>
/// Books a real day wrote, closed: charge 1 with 60 samples, packed into one chunk, and 2 without have ended, and 2's bill was waived; 3 is
/// charging with two chunks and 14 samples in the journal, 4 is paused.
/// </summary>
public sealed class BooksFixture : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private int _copies;

    public async Task InitializeAsync()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Client;
        (await client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        for (var i = 0; i < 60; i++) (await client.SampleAsync("0001", "0001", 1.5, i, 1000 + (10 * i))).MustBeDone();
        gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        (await client.EndAsync("rose-card", "0001", "0002")).MustBeDone();
        foreach (var (step, body) in new[] { ("waive", """{"reason":"meter at fault"}"""), ("reopen", null), ("pay", null), ("reopen", null), ("waive", """{"reason":"meter at fault"}""") })
            Assert.Equal(200, (int)(await client.AdminPostAsync($"/api/admin/bills/2/{step}", body)).Status);
        (await client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        for (var i = 0; i < 110; i++) (await client.SampleAsync("0001", "0001", 1.5, i, 1000 + (10 * i))).MustBeDone();
        (await client.StartAsync("rose-card", "0002", "54855")).MustBeDone();
        Assert.Equal(200, (int)(await client.ControlAsync("0002", "54855", "off")).Status);
        await gateway.CloseAsync();
        CopyAll(gateway.Data, _directory["data"]);
        await using var storage = await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = Path.Combine(_directory["data"], "sems.db") });
        await storage.PackCurvesAsync();
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A data directory of one's own.</summary>
    public string Copy()
    {
        var copy = _directory[$"copy-{Interlocked.Increment(ref _copies)}"];
        CopyAll(_directory["data"], copy);
        return copy;
    }

    /// <summary>The rules that the books of a directory break, and by what.</summary>
    public static IReadOnlyList<BookLine> Broken(string data) => [.. BooksCheck.Run(data).Lines.Where(line => line.Faults.Count > 0)];

    internal static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
