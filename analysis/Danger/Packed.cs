namespace Sems.Analysis.Danger;

/// <summary>Figures in two bytes, for there may be a hundred thousand open sessions.</summary>
internal static class Packed
{
    /// <summary>A to mA, up to 65 A.</summary>
    public static ushort Milli(float a) => (ushort)Math.Clamp((a * 1000) + 0.5f, 0, ushort.MaxValue);

    /// <summary>mA to A.</summary>
    public static float Amperes(ushort milli) => milli / 1000f;

    /// <summary>Adds seconds to a count of tenths; it stops at 6,553 s, longer than anything that is asked for.</summary>
    public static ushort Add(ushort tenths, float seconds) => (ushort)Math.Min(ushort.MaxValue, tenths + (int)((seconds * 10) + 0.5f));

    /// <summary>Tenths to s.</summary>
    public static float Seconds(ushort tenths) => tenths / 10f;
}
