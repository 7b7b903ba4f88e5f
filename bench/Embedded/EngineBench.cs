using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Bench.Embedded;

/// <summary>Measures the embedded engine by itself: calls per second and bytes per grain.</summary>
public static class EngineBench
{
    private const int Grains = 100_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    /// <summary>Runs every measurement, in less than 20 s, and prints a table.</summary>
    /// <param name="args">None.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        using var services = NewEngine();
        var engine = services.GetRequiredService<IGrainFactory>();
        var cores = Environment.ProcessorCount;
        ICounter one = engine.GetGrain<ICounter>("one"), other = engine.GetGrain<ICounter>("other");
        ICounter[] many = [.. Enumerable.Range(0, 1_000).Select(i => engine.GetGrain<ICounter>($"many/{i}"))];

        Console.WriteLine($"{"engine benchmark",-56}{"calls/s",14}{"ns/call",10}{"bytes/call",12}");
        await MeasureAsync("one grain, 1 caller", 1, (_, _) => one.Increment());
        await MeasureAsync("one grain, 1 caller, a new reference per call", 1, (_, _) => engine.GetGrain<ICounter>("one").Increment());
        await MeasureAsync("1,000 grains, 1 caller", 1, (_, i) => many[i % many.Length].Increment());
        await MeasureAsync($"1,000 grains, {cores} callers", cores, (caller, i) => many[(i + (caller * 500)) % many.Length].Increment());
        await MeasureAsync("chain outside -> A -> B, 1 caller", 1, (_, _) => one.IncrementThrough(other));
        await MeasureAsync("one grain that waits once, 1 caller", 1, (_, _) => one.IncrementLater());
        await MeasureAsync($"one contended grain, {cores} callers", cores, (_, _) => one.Increment());
        await MeasureAsync("one contended grain that waits once, 32 callers", 32, (_, _) => one.IncrementLater());

        Console.WriteLine();
        Console.WriteLine($"{"memory, " + Grains.ToString("N0") + " grains",-56}{"bytes/grain",14}");
        await MeasureMemoryAsync();
        return 0;
    }

    private static ServiceProvider NewEngine() =>
        new ServiceCollection().AddEmbeddedEngine(options => options.AddGrain<CounterGrain>()).BuildServiceProvider();

    private static async Task MeasureAsync(string name, int callers, Func<int, int, Task<int>> call)
    {
        await RunAsync(callers, call, Duration / 5);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var (calls, time) = await RunAsync(callers, call, Duration);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var rate = calls / time.TotalSeconds;
        Console.WriteLine($"{name,-56}{rate,14:N0}{1e9 / rate,10:N0}{bytes / calls,12:N0}");
    }

    private static async Task<(long Calls, TimeSpan Time)> RunAsync(int callers, Func<int, int, Task<int>> call, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var calls = 0;
            do
            {
                for (var i = 0; i < 64; i++) await call(caller, calls++);
            }
            while (Stopwatch.GetElapsedTime(start) < duration);
            return (long)calls;
        })));
        return (counts.Sum(), Stopwatch.GetElapsedTime(start));
    }

    private static async Task MeasureMemoryAsync()
    {
        using var services = NewEngine();
        var engine = services.GetRequiredService<IGrainFactory>();
        await engine.GetGrain<ICounter>("warm").Increment();
        var empty = Settled();
        var references = new ICounter[Grains];
        for (var i = 0; i < Grains; i++) references[i] = engine.GetGrain<ICounter>($"0001/{i:000000000000}");
        var held = Settled();
        Console.WriteLine($"{"reference and its key, never called (not active)",-56}{(held - empty) / Grains,14:N0}");

        foreach (var reference in references) await reference.Increment();
        var idle = Settled();
        Console.WriteLine($"{"active after a call: engine and the grain object",-56}{(idle - held) / Grains,14:N0}");

        await Task.WhenAll(references.Select(reference => reference.IncrementLater()));
        Console.WriteLine($"{"active after a call that waited",-56}{(Settled() - held) / Grains,14:N0}");

        await services.GetRequiredService<EmbeddedEngine>().StopAsync();
        Console.WriteLine($"{"deactivated, reference still held",-56}{(Settled() - empty) / Grains,14:N0}");
        GC.KeepAlive(references);
    }

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
