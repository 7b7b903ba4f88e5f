namespace Sems.Tests.Support;

/// <summary>Where this engine keeps grain states.</summary>
internal static class GrainStates
{
    public const string File = "grains.db";

    public const string Table = "grain_states";
}
