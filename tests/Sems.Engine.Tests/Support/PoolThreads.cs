using System.Runtime.CompilerServices;

namespace Sems.Engine.Tests.Support;

/// <summary>Gives the tests enough pool threads at once that turns which may overlap do, even on one core.</summary>
internal static class PoolThreads
{
    [ModuleInitializer]
    internal static void Raise() => ThreadPool.SetMinThreads(16, 16);
}
