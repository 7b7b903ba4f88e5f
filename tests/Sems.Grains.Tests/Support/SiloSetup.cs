using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Silo;

namespace Sems.Grains.Tests.Support;

/// <summary>What a silo of a test is started with.</summary>
/// <param name="Database">The one database, whatever the number of silos.</param>
/// <param name="Directory">Where an engine with a file of its own has that.</param>
/// <param name="Clock">The clock everything runs by.</param>
/// <param name="Settings">The rules.</param>
/// <param name="Silos">How many silos; an engine that knows but one process ignores it.</param>
/// <param name="Replace">What takes the place of the product's own.</param>
internal sealed record SiloSetup(
    FaultyDatabase Database, DataDirectory Directory, ManualTimeProvider Clock, IConfiguration Settings, int Silos,
    Action<IServiceCollection> Replace);
