namespace Sems.Simulator.Wire;

/// <summary>What a poll tells a meter to do. It is a level, not an edge: it holds until another poll says otherwise.</summary>
public enum ControlValue
{
    /// <summary>"0" 开闸: no current, the session stays.</summary>
    Off = 0,

    /// <summary>"1" 合闸: current flows.</summary>
    On = 1,

    /// <summary>"2" 释放: nobody charges here.</summary>
    Released = 2,

    /// <summary>"3" 锁定: no current and no swipe is taken.</summary>
    Locked = 3,
}
