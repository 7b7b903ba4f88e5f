using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>Hashes the passwords that change something, on all cores.</summary>
internal sealed class ImportStudentHashes(CampusImportOptions options)
{
    private const int ReportEvery = 100;

    public async Task<List<StudentChange>> HashAsync(List<StudentRow> rows, IReadOnlyDictionary<string, StudentRecord> stored,
        IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var changes = rows.ConvertAll(r => r.Change);
        var work = Enumerable.Range(0, rows.Count).Where(i => rows[i].Password is not null).ToList();
        var done = 0;
        var gate = new Lock();
        await Parallel.ForEachAsync(work, cancel, (i, _) =>
        {
            var password = rows[i].Password!;
            var hash = stored.GetValueOrDefault(changes[i].StudentNumber)?.PasswordHash;
            if (hash is null || options.VerifyPassword?.Invoke(hash, password) is not true)
                changes[i] = changes[i] with { PasswordHash = options.HashPassword(password) };
            lock (gate)
            {
                done++;
                if (done % ReportEvery == 0 || done == work.Count) progress?.Report(new ImportProgress("密码", done, work.Count));
            }

            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return changes;
    }
}
