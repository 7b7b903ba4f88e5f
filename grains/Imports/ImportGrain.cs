using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Audit;
using Sems.Storage.Import;
using Sems.Storage.Registry;

namespace Sems.Grains.Imports;

/// <summary>
/// One import. It is written a batch a tick, so that it can be asked meanwhile; each batch is told to the grains it concerns before the next. What
/// it would do is found out anew before it is written.
/// </summary>
public sealed partial class ImportGrain(
    IDatabase database, CampusImportOptions options, TimeProvider time, MachineClock clock, ILogger<ImportGrain> log) : Grain, IImportGrain
{
    private const int Batch = 200;
    private const int BatchWithPasswords = 20;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly ImportPlanner _planner = new(database.Registry, options);
    private ImportWish? _wish;
    private ImportPlan? _plan;
    private ImportState _state;
    private string? _message;
    private string _by = "";
    private int _done;
    private bool _isFresh;
    private DateTimeOffset _askedAt;
    private IGrainTimer? _expiry;
    private IGrainTimer? _job;

    /// <inheritdoc />
    public async Task<ImportAnswer> Open(ImportWish wish)
    {
        if (_plan is not null) return new ImportAnswer(null, Report(_plan));
        try
        {
            _plan = await _planner.PlanAsync(ImportRows.Table(wish.Kind), wish.Csv);
        }
        catch (CampusImportException unusable)
        {
            DeactivateOnIdle();
            return new ImportAnswer(unusable.Message, null);
        }
        (_wish, _state, _askedAt) = (wish, ImportState.Preview, Now);
        _expiry = this.RegisterGrainTimer(_ => ExpireAsync(), new GrainTimerCreationOptions(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)) { KeepAlive = true });
        return new ImportAnswer(null, Report(_plan));
    }

    /// <inheritdoc />
    public Task<ImportReport?> Get() => Task.FromResult(Asked() is { } plan ? Report(plan) : null);

    /// <inheritdoc />
    public Task<ImportRowPage?> Rows(ImportRowKind? what, int page, int pageSize) =>
        Task.FromResult(Asked() is { } plan ? ImportRows.Page(plan, what, page, pageSize) : null);

    /// <inheritdoc />
    public Task<string?> BadCsv() => Task.FromResult(Asked() is { } plan ? ImportRows.BadCsv(plan) : null);

    /// <inheritdoc />
    public Task<ImportReport?> Apply(string by)
    {
        if (Asked() is not { } plan) return Task.FromResult<ImportReport?>(null);
        if (_state is ImportState.Preview or ImportState.Failed)
        {
            (_state, _message, _by, _isFresh) = (ImportState.Running, null, by, false);
            _job ??= this.RegisterGrainTimer(_ => StepAsync(), new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
        }
        return Task.FromResult<ImportReport?>(Report(plan));
    }

    /// <inheritdoc />
    public Task<bool> Discard()
    {
        if (_plan is null) return Task.FromResult(false);
        if (_state != ImportState.Running) Drop();
        return Task.FromResult(true);
    }

    private DateTimeOffset Now => clock.Time.GetUtcNow();

    private ImportPlan? Asked()
    {
        if (_plan is null) DeactivateOnIdle();
        else _askedAt = Now;
        return _plan;
    }

    private ImportReport Report(ImportPlan plan) => new()
    {
        Kind = _wish?.Kind ?? ImportRows.Kind(plan.Table),
        State = _state,
        New = plan.Count(RowFate.New),
        Changed = plan.Count(RowFate.Changed),
        Unchanged = plan.Count(RowFate.Unchanged),
        Bad = plan.Count(RowFate.Bad),
        Done = _done,
        Total = plan.Work.Count,
        Message = _message,
        Encoding = _wish?.Encoding ?? "utf-8",
    };

    private async Task StepAsync()
    {
        if (_state != ImportState.Running || _plan is null || _wish is null) return;
        try
        {
            if (!_isFresh) await BeginAsync(_wish);
            else if (_done < _plan.Work.Count) await StoreAsync(_plan);
            else await EndAsync(_plan);
        }
        catch (Exception failure) when (failure is UserNameTakenException or CampusImportException || Outage.Is(failure))
        {
            Fail(failure is UserNameTakenException taken ? $"用户名 {taken.UserName} 刚被其他学生使用，请重新导入" : $"写入中断，已写入 {_done} 行，可以再次导入");
            LogFailed(this.GetPrimaryKeyString(), failure.Message);
        }
        catch (Exception failure)
        {
            Fail("导入出现内部错误，请查看服务器日志");
            LogBroken(this.GetPrimaryKeyString(), failure);
        }
    }

    /// <summary>What it does is found out anew: others may have changed things since the preview.</summary>
    private async Task BeginAsync(ImportWish wish)
    {
        _plan = await _planner.PlanAsync(ImportRows.Table(wish.Kind), wish.Csv);
        (_done, _isFresh) = (0, true);
    }

    private async Task StoreAsync(ImportPlan plan)
    {
        var size = plan.Header.Contains("password", StringComparer.OrdinalIgnoreCase) ? BatchWithPasswords : Batch;
        var rows = plan.Work.Skip(_done).Take(size).ToList();
        await _planner.StoreAsync(database.Registry, rows);
        await ImportNews.TellAsync(GrainFactory, plan.Table, rows);
        _done += rows.Count;
    }

    private async Task EndAsync(ImportPlan plan)
    {
        await database.Audit.AddAsync(new AuditAct(_by, AuditWords.Imported, time.GetUtcNow()), AuditWords.Campus, null, ImportRows.Summary(plan));
        _state = ImportState.Done;
        StopJob();
    }

    private void Fail(string message)
    {
        (_state, _message) = (ImportState.Failed, message);
        StopJob();
    }

    private void StopJob()
    {
        _job?.Dispose();
        _job = null;
    }

    private Task ExpireAsync()
    {
        if (_state != ImportState.Running && Now - _askedAt >= KeptFor) Drop();
        return Task.CompletedTask;
    }

    private void Drop()
    {
        (_plan, _wish) = (null, null);
        StopJob();
        _expiry?.Dispose();
        DeactivateOnIdle();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Id} stopped: {Reason}")]
    private partial void LogFailed(string id, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} failed")]
    private partial void LogBroken(string id, Exception failure);
}
