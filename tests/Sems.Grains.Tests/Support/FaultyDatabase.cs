using System.Reflection;
using Sems.Storage;
using Sems.Storage.Accounts;
using Sems.Storage.Alarms;
using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Erasure;
using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Student;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Reports;
using Sems.Storage.Settings;
using Sems.Storage.States;

namespace Sems.Grains.Tests.Support;

/// <summary>When a storage call goes wrong.</summary>
public enum FaultKind
{
    /// <summary>It fails and nothing is stored.</summary>
    Before,

    /// <summary>It is stored, but the caller is told it failed.</summary>
    After,
}

/// <summary>A database of which one write, counted from now, fails once.</summary>
internal sealed class FaultyDatabase : IDatabase
{
    private readonly Lock _gate = new();
    private readonly IDatabase _inner;
    private int _writes;
    private int _failing;
    private FaultKind _kind;
    private bool _forGood;
    private string[] _failingCalls = [];
    private Exception? _callFault;

    public FaultyDatabase(IDatabase inner)
    {
        _inner = inner;
        Registry = Interceptor<IRegistry>.Around(inner.Registry, this);
        Accounts = Interceptor<IAccounts>.Around(inner.Accounts, this);
        Ledger = Interceptor<ILedger>.Around(inner.Ledger, this);
        Curves = Interceptor<ICurveStore>.Around(inner.Curves, this);
        Settings = Interceptor<ISettingsStore>.Around(inner.Settings, this);
        Audit = Interceptor<IAudit>.Around(inner.Audit, this);
        Outbox = Interceptor<IOutbox>.Around(inner.Outbox, this);
        Alarms = Interceptor<IAlarms>.Around(inner.Alarms, this);
        Decisions = Interceptor<IDecisions>.Around(inner.Decisions, this);
        Analysis = Interceptor<IAnalysisStore>.Around(inner.Analysis, this);
        Erasure = Interceptor<IErasure>.Around(inner.Erasure, this);
        States = Interceptor<IGrainStateStore>.Around(inner.States, this);
    }

    public IRegistry Registry { get; }

    public IAccounts Accounts { get; }

    public ILedger Ledger { get; }

    public IStudentLedgerReader StudentLedger => _inner.StudentLedger;

    public IReportsReader Reports => _inner.Reports;

    public WriteActivity Activity => _inner.Activity;

    public ICurveStore Curves { get; }

    public ISettingsStore Settings { get; }

    public IAudit Audit { get; }

    public IOutbox Outbox { get; }

    public IAlarms Alarms { get; }

    public IDecisions Decisions { get; }

    public IAnalysisStore Analysis { get; }

    public IErasure Erasure { get; }

    public IGrainStateStore States { get; }

    /// <summary>Whether the fault that was ordered has happened.</summary>
    public bool Happened => _failing > 0 && _writes >= _failing;

    /// <summary>Orders the n-th write from now to fail.</summary>
    /// <param name="write">1 is the next.</param>
    /// <param name="kind">How.</param>
    /// <param name="forGood">Every call after it fails too, as for a process that is dying.</param>
    public void FailWrite(int write, FaultKind kind, bool forGood = false) => (_writes, _failing, _kind, _forGood) = (0, write, kind, forGood);

    /// <summary>Orders every call of these names to fail until healed.</summary>
    public void FailCalls(params string[] names) => FailCalls(new StorageUnavailableException("injected"), names);

    /// <inheritdoc cref="FailCalls(string[])"/>
    public void FailCalls(Exception fault, params string[] names) => (_callFault, _failingCalls) = (fault, names);

    public void Heal() => (_failing, _failingCalls) = (0, []);

    public Task ProbeAsync(CancellationToken cancel = default) => _inner.ProbeAsync(cancel);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private static readonly string[] Reads = ["Find", "Read", "Contains", "Charges", "Bills", "Account", "Open", "Unpaid", "Totals", "Groups", "Ammeters", "Counts", "get_", "Next", "Due", "Push", "Alarms", "OfCharge"];

    /// <summary>Counts a call, also one to what is stored elsewhere, and says whether and how it must fail.</summary>
    public FaultKind? Next(string call, bool isWrite)
    {
        lock (_gate)
        {
            if (_failingCalls.Contains(call)) throw _callFault!;
            if (_forGood && Happened) return FaultKind.Before;
            return isWrite && ++_writes == _failing ? _kind : null;
        }
    }

    private object? Call(object target, MethodInfo method, object?[]? arguments)
    {
        var fault = Next(method.Name, isWrite: !Reads.Any(method.Name.StartsWith));
        if (fault == FaultKind.Before) throw Fault();
        var result = method.Invoke(target, arguments);
        if (fault is null) return result;
        Finish(result);
        throw Fault();
    }

    private static void Finish(object? result)
    {
        switch (result)
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
            default:
                throw new NotSupportedException($"A write returned {result}");
        }
    }

    private static StorageUnavailableException Fault() => new("injected");

    /// <summary>Stands before one part of the database.</summary>
    public class Interceptor<T> : DispatchProxy where T : class
    {
        private T _target = null!;
        private FaultyDatabase _owner = null!;

        public static T Around(T target, object owner)
        {
            var proxy = Create<T, Interceptor<T>>();
            var interceptor = (Interceptor<T>)(object)proxy;
            interceptor._target = target;
            interceptor._owner = (FaultyDatabase)owner;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _owner.Call(_target, targetMethod!, args);
    }
}
