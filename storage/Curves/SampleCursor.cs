namespace Sems.Storage.Curves;

/// <summary>What the codec knows of the sample before: the next one is coded against it. Default: there is none.</summary>
internal struct SampleCursor
{
    public double Time;
    public long AtMs;
    public double CurrentA;
    public double Energy;
    public double VoltageV;
    public double PowerW;

    /// <summary>How each field was coded last, four bits each: a decimal scale 0–6, or 7 for the raw eight bytes.</summary>
    public int Kinds;
}
