//HintName: LaneProduct.g.cs

// CausalConv1: y[o, t] = b[o] + Σₖ x[i, t − k]·w[k, i, o] over 2 taps: 3 outputs, frames in the lanes, tiles of 3 outputs by 16 frames.
[Method__(Optimized)]
public static void CausalConv1ForwardOnLanes(ref float x, ref float w, ref float b, ref float y, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t += 16)
		{
			Float__ a0_0 = Lanes__.Broadcast(ref b, 0), a0_1 = a0_0;
			Float__ a1_0 = Lanes__.Broadcast(ref b, 1), a1_1 = a1_0;
			Float__ a2_0 = Lanes__.Broadcast(ref b, 2), a2_1 = a2_0;
			ref float frames = ref Place__.Add(ref x, t);
			ref float tapFrames = ref frames;
			ref float tapWeights = ref w;
			for (int tap = 0; tap < 2; tap++)
			{
				{
					Float__ x0 = Lanes__.Load(ref tapFrames, 0), x1 = Lanes__.Load(ref tapFrames, 8);
					Lanes__.Add2x2(ref tapWeights, 0, 1, x0, x1, ref a0_0, ref a0_1, ref a1_0, ref a1_1);
					Lanes__.Add1x2(ref tapWeights, 2, x0, x1, ref a2_0, ref a2_1);
				}
				{
					Float__ x0 = Lanes__.Load(ref tapFrames, 144), x1 = Lanes__.Load(ref tapFrames, 152);
					Lanes__.Add2x2(ref tapWeights, 8, 1, x0, x1, ref a0_0, ref a0_1, ref a1_0, ref a1_1);
					Lanes__.Add1x2(ref tapWeights, 10, x0, x1, ref a2_0, ref a2_1);
				}
				tapFrames = ref Place__.Add(ref tapFrames, 1);
				tapWeights = ref Place__.Add(ref tapWeights, 16);
			}
			Lanes__.Store(a0_0, ref y, t);
			Lanes__.Store(a0_1, ref y, t + 8);
			Lanes__.Store(a1_0, ref y, t + 64);
			Lanes__.Store(a1_1, ref y, t + 72);
			Lanes__.Store(a2_0, ref y, t + 128);
			Lanes__.Store(a2_1, ref y, t + 136);
		}
	}
}
