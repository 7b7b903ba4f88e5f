using System.Reflection;

namespace Sems.Gateway.Access;

/// <summary>Which SEMS this is, for pages.</summary>
internal static class ProgramVersion
{
    public static readonly string Text =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
