//HintName: BatchNormInputGradient.g.cs

// BatchNorm1: ∂x = ∂y·scale + x·slope + offset: 12 channels at 6 positions.
[Method__(Optimized)]
public static void BatchNorm1InputGradient(ref float x, ref float scale, ref float slope, ref float offset, ref float dy, ref float dx)
{
	unchecked
	{
		Float__ scaleOf0 = Lanes__.Load(ref scale, 0), scaleOf1 = Lanes__.Load(ref scale, 8);
		Float__ slopeOf0 = Lanes__.Load(ref slope, 0), slopeOf1 = Lanes__.Load(ref slope, 8);
		Float__ offsetOf0 = Lanes__.Load(ref offset, 0), offsetOf1 = Lanes__.Load(ref offset, 8);
		{
			ref float atX = ref x;
			ref float atDy = ref dy;
			ref float atDx = ref dx;
			for (int position = 0; position < 6; position += 2)
			{
				{
					Float__ common = Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 0), slopeOf0, offsetOf0);
					Lanes__.Store(Lanes__.MultiplyAdd(Lanes__.Load(ref atDy, 0), scaleOf0, common), ref atDx, 0);
				}
				{
					Float__ common = Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 8), slopeOf1, offsetOf1);
					Lanes__.Store(Lanes__.MultiplyAdd(Lanes__.Load(ref atDy, 8), scaleOf1, common), ref atDx, 8);
				}
				{
					Float__ common = Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 16), slopeOf0, offsetOf0);
					Lanes__.Store(Lanes__.MultiplyAdd(Lanes__.Load(ref atDy, 16), scaleOf0, common), ref atDx, 16);
				}
				{
					Float__ common = Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 24), slopeOf1, offsetOf1);
					Lanes__.Store(Lanes__.MultiplyAdd(Lanes__.Load(ref atDy, 24), scaleOf1, common), ref atDx, 24);
				}
				atX = ref Place__.Add(ref atX, 32);
				atDy = ref Place__.Add(ref atDy, 32);
				atDx = ref Place__.Add(ref atDx, 32);
			}
		}
	}
}
