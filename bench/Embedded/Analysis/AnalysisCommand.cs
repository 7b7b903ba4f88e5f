using System.CommandLine;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Sems.Analysis.Danger;
using Sems.Analysis.Online;
using Sems.Analysis.Phases;

namespace Sems.Bench.Embedded.Analysis;

/// <summary>Measures the analysis of open sessions: time and bytes for each sample, bytes for each session; exit code 1 when it costs more than it may.</summary>
internal sealed class AnalysisCommand : Command
{
    /// <summary>ns for each sample.</summary>
    private const double MostNs = 2000;

    /// <summary>Bytes of an open session.</summary>
    private const int MostBytes = 200;

    public AnalysisCommand()
        : base("analysis", "The analysis of open sessions: time and bytes a sample, bytes a session")
    {
        SetAction(_ => Run());
    }

    private static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("sems-bench-");
        try
        {
            var config = ManualConfig.CreateEmpty().AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(ConsoleLogger.Default).WithArtifactsPath(folder.FullName)
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            return Judge(BenchmarkRunner.Run<OnlineBenchmarks>(config));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Judge(Summary summary)
    {
        Console.WriteLine();
        Console.WriteLine($"an open session: {Unsafe.SizeOf<OnlineAnalysis>()} bytes (phases {Unsafe.SizeOf<PhaseTracker>()}, energy {Unsafe.SizeOf<OnlineEnergy>()}, danger {Unsafe.SizeOf<DangerWatch>()})");
        if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0) return 1;
        var isCheap = Unsafe.SizeOf<OnlineAnalysis>() < MostBytes;
        foreach (var report in summary.Reports)
        {
            var (ns, bytes) = (report.ResultStatistics?.Mean ?? double.MaxValue, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
            isCheap &= ns < MostNs && bytes == 0;
            Console.WriteLine($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name,-12} {ns,7:0.0} ns a sample, {bytes} bytes allocated");
        }

        return isCheap ? 0 : 1;
    }
}
