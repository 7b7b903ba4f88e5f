using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sems.Embedded;

/// <summary>Runs grains in this process: one activation per key, one call at a time. Made by <c>AddEmbeddedEngine</c>.</summary>
public sealed class EmbeddedEngine : IGrainFactory, IHostedService, IDisposable
{
    private readonly EmbeddedEngineOptions _options;
    private readonly GrainClass[] _classes;
    private readonly Dictionary<Type, GrainClass[]> _byInterface;
    private readonly ConcurrentDictionary<Type, GrainInterface> _interfaces = new();
    private readonly Lock _gate = new();
    private readonly ITimer _collector;
    private IIncomingGrainCallFilter[]? _filters;
    private volatile Stage _stage;
    private Task? _stopped;

    /// <summary>An engine for the grain classes of the options.</summary>
    /// <param name="services">What grains are built from: their dependencies, storages, call filters.</param>
    /// <param name="options">How the engine is set up.</param>
    /// <exception cref="ArgumentException">A grain class is malformed.</exception>
    /// <exception cref="InvalidOperationException">A grain storage is missing.</exception>
    public EmbeddedEngine(IServiceProvider services, IOptions<EmbeddedEngineOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        Services = services;
        Time = _options.TimeProvider ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
        Serializer = services.GetRequiredService<IGrainStateSerializer>();
        Logger = services.GetRequiredService<ILogger<EmbeddedEngine>>();
        _classes = [.. _options.GrainTypes.Select(type => new GrainClass(this, type))];
        if (_classes.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two grain classes are named '{twice.Key}': {string.Join(", ", twice.Select(one => one.Type))}.");
        _byInterface = _classes.SelectMany(one => one.Interfaces.Select(type => (Type: type, Class: one)))
            .GroupBy(pair => pair.Type, pair => pair.Class).ToDictionary(group => group.Key, group => group.ToArray());
        _collector = Time.CreateTimer(_ => Collect(), null, _options.IdlePeriod, _options.IdlePeriod);
    }

    private enum Stage
    {
        Running,
        Stopping,
        Stopped,
    }

    /// <summary>Whether <see cref="StopAsync"/> has been called.</summary>
    public bool IsStopping => _stage != Stage.Running;

    internal IServiceProvider Services { get; }

    internal TimeProvider Time { get; }

    /// <summary>Made at the first call, because a filter may itself want the grain factory.</summary>
    internal IIncomingGrainCallFilter[] Filters => _filters ??= [.. Services.GetServices<IIncomingGrainCallFilter>()];

    internal IGrainStateSerializer Serializer { get; }

    internal ILogger Logger { get; }

    internal CycleDetector Cycles { get; } = new();

    internal TimeSpan DeactivationTimeout => _options.DeactivationTimeout;

    /// <inheritdoc/>
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentNullException.ThrowIfNull(primaryKey);
        if (grainClassNamePrefix is not null)
            throw new ArgumentException("Class name prefixes are not supported.", nameof(grainClassNamePrefix));
        var grainInterface = _interfaces.GetOrAdd(typeof(TGrainInterface), static (type, own) => own.Describe(type), this);
        return (TGrainInterface)(object)grainInterface.Reference(primaryKey);
    }

    /// <summary>Counts activations and calls.</summary>
    public EngineStatistics GetStatistics() =>
        new(_classes.ToDictionary(one => one.Name, one => one.Count), _classes.ToDictionary(one => one.Name, one => one.Calls));

    /// <summary>Active grains by grain class; classes without any are not listed.</summary>
    public IReadOnlyDictionary<Type, int> CountActivations() =>
        _classes.Select(one => (one.Type, one.Count)).Where(one => one.Count > 0).ToDictionary(one => one.Type, one => one.Count);

    /// <summary>Calls that wait for their turn in a grain, of all grains: looks at every activation.</summary>
    public int CountWaitingCalls() => _classes.SelectMany(one => one.Enumerate()).Sum(activation => activation.Waiting);

    /// <summary>The keys of the active grains of a type, in no order.</summary>
    /// <param name="grainType">The grain type, such as <c>ammeter</c>.</param>
    public IReadOnlyList<string> GetActiveKeys(string grainType) =>
        [.. _classes.Where(one => one.Name == grainType).SelectMany(one => one.Enumerate()).Select(activation => activation.GrainId.Key)];

    /// <summary>
    /// Refuses calls from outside with <see cref="EngineStoppedException"/>, lets running and queued calls and the calls they make finish,
    /// and deactivates every grain.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait before <see cref="EmbeddedEngineOptions.StopTimeout"/> does.</param>
    /// <returns>Ends when all grains are deactivated or the time is over. It does not throw.</returns>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate) return _stopped ??= StopOnceAsync(cancellationToken);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends idle collection. Deactivates nothing: that is <see cref="StopAsync"/>.</summary>
    public void Dispose() => _collector.Dispose();

    internal bool Refuses(GrainCall? caller) => _stage != Stage.Running && (caller is null || _stage == Stage.Stopped);

    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        _stage = Stage.Stopping;
        Dispose();
        await Task.Yield();
        using var limit = new CancellationTokenSource(_options.StopTimeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The engine stops.");
        try
        {
            // Calls that still run may bring grains back: until none is left.
            while (_classes.Any(one => one.Count > 0))
            {
                var endings = _classes.SelectMany(one => one.Activations).Select(one => one.RequestEnding(reason, serveQueue: true));
                await Task.WhenAll(endings).WaitAsync(either.Token).ConfigureAwait(false);
                await Task.Yield();
            }
        }
        catch (OperationCanceledException)
        {
            Log.StoppedBusy(Logger, _classes.Sum(one => one.Count));
        }

        _stage = Stage.Stopped;
    }

    private void Collect()
    {
        var now = Time.GetTimestamp();
        foreach (var activation in _classes.SelectMany(one => one.Enumerate())) activation.CollectIfIdle(now, _options.IdleAge);
    }

    private GrainInterface Describe(Type type)
    {
        if (!_byInterface.TryGetValue(type, out var classes)) throw new ArgumentException($"No grain class implements {type}.");
        if (classes.Length > 1)
            throw new ArgumentException($"Several grain classes implement {type}: {string.Join(", ", classes.Select(one => one.Type))}.");
        return new GrainInterface(type, classes[0]);
    }
}
